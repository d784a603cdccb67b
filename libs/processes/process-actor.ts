import type { Actor, OrganisationId } from '#vocabulary';

/** A role that no token can speak for. */
const ROLE = 'PROCESS';

/** Who gives the commands of a process; it acts for nobody but the organisation concerned. */
export function processActor(name: string, organisation: OrganisationId): Actor {
  return { id: name, role: ROLE, organisation };
}
