import { isRole } from '#vocabulary';
import type { Role } from '#vocabulary';

/**
 * What belongs together for whoever may see it (access.md, section 3): REGISTER is public within the organisation,
 * UNPUBLISHED are recognitions that are not in it yet, OWN_WORK is what cells and committees do and how they are assessed, MEMBERS are persons, CASES are violations and
 * discipline, HISTORY is the events themselves, SERVICE is how the service is.
 */
export type Area = (typeof AREAS)[number];

export const AREAS = [
  'REGISTER',
  'UNPUBLISHED',
  'OWN_WORK',
  'MEMBERS',
  'CASES',
  'HISTORY',
  'SERVICE',
] as const;

/** All of it, or what is within the scope of the role, or nothing. */
export type Sight = 'ALL' | 'SCOPE' | 'NONE';

const WITHIN_SCOPE: Readonly<Record<Area, Sight>> = {
  REGISTER: 'ALL',
  UNPUBLISHED: 'SCOPE',
  OWN_WORK: 'SCOPE',
  MEMBERS: 'SCOPE',
  CASES: 'SCOPE',
  HISTORY: 'SCOPE',
  SERVICE: 'ALL',
};

const SIGHTS: Readonly<Record<Role, Readonly<Record<Area, Sight>>>> = {
  SECRETARY: WITHIN_SCOPE,
  SUPERIOR_COMMITTEE: WITHIN_SCOPE,
  STANDING_BOARD: WITHIN_SCOPE,
  INSPECTION_COMMISSION: WITHIN_SCOPE,
  AUDITOR: WITHIN_SCOPE,
  // Programs follow recognitions, and see no person and no work of a cell.
  INTEGRATOR: { ...WITHIN_SCOPE, OWN_WORK: 'NONE', MEMBERS: 'NONE', CASES: 'NONE' },
  OPERATOR: {
    REGISTER: 'ALL',
    UNPUBLISHED: 'ALL',
    OWN_WORK: 'ALL',
    MEMBERS: 'ALL',
    CASES: 'ALL',
    HISTORY: 'ALL',
    SERVICE: 'ALL',
  },
};

/** What a role sees of an area; nothing for a role that there is not. */
export function sightOf(role: string, area: Area): Sight {
  return isRole(role) ? SIGHTS[role][area] : 'NONE';
}
