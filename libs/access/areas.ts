import { isRole } from '#vocabulary';
import type { Role } from '#vocabulary';

/**
 * What belongs together for whoever may see it (access.md, section 3): REGISTER is public within the organisation,
 * UNPUBLISHED are recognitions that are not in it yet, OWN_WORK is what cells and committees do and how they are
 * assessed, MEMBERS are persons,
 * IDENTITY is what they are called, CASES are violations and discipline, HISTORY is the events themselves, GRANTS are the
 * roles that were given, WEBHOOKS are where programs have events brought to,
 * ACCESS_RECORDS is who looked at persons, cases and exports, SERVICE is how the service is.
 */
export type Area = (typeof AREAS)[number];

export const AREAS = [
  'REGISTER',
  'UNPUBLISHED',
  'OWN_WORK',
  'MEMBERS',
  'IDENTITY',
  'CASES',
  'HISTORY',
  'GRANTS',
  'WEBHOOKS',
  'ACCESS_RECORDS',
  'SERVICE',
] as const;

/** All of it, or what is within the scope of the role, or what is about oneself, or nothing. */
export type Sight = 'ALL' | 'SCOPE' | 'OWN' | 'NONE';

const WITHIN_SCOPE: Readonly<Record<Area, Sight>> = {
  REGISTER: 'ALL',
  UNPUBLISHED: 'SCOPE',
  OWN_WORK: 'SCOPE',
  MEMBERS: 'SCOPE',
  IDENTITY: 'SCOPE',
  CASES: 'SCOPE',
  HISTORY: 'SCOPE',
  // They belong to who may give them; everybody is told the own ones.
  GRANTS: 'OWN',
  WEBHOOKS: 'NONE',
  // Who looked is for those who look after the others.
  ACCESS_RECORDS: 'NONE',
  SERVICE: 'ALL',
};

const SIGHTS: Readonly<Record<Role, Readonly<Record<Area, Sight>>>> = {
  SECRETARY: WITHIN_SCOPE,
  SUPERIOR_COMMITTEE: WITHIN_SCOPE,
  STANDING_BOARD: { ...WITHIN_SCOPE, GRANTS: 'SCOPE' },
  INSPECTION_COMMISSION: { ...WITHIN_SCOPE, ACCESS_RECORDS: 'SCOPE' },
  AUDITOR: { ...WITHIN_SCOPE, IDENTITY: 'NONE', ACCESS_RECORDS: 'SCOPE' },
  // Programs follow recognitions, and see no person and no work of a cell.
  INTEGRATOR: {
    ...WITHIN_SCOPE,
    OWN_WORK: 'NONE',
    MEMBERS: 'NONE',
    IDENTITY: 'NONE',
    CASES: 'NONE',
    WEBHOOKS: 'OWN',
  },
  OPERATOR: {
    REGISTER: 'ALL',
    UNPUBLISHED: 'ALL',
    OWN_WORK: 'ALL',
    MEMBERS: 'ALL',
    IDENTITY: 'ALL',
    CASES: 'ALL',
    HISTORY: 'ALL',
    GRANTS: 'ALL',
    WEBHOOKS: 'ALL',
    ACCESS_RECORDS: 'ALL',
    SERVICE: 'ALL',
  },
};

/** What a role sees of an area; nothing for a role that there is not. */
export function sightOf(role: string, area: Area): Sight {
  return isRole(role) ? SIGHTS[role][area] : 'NONE';
}
