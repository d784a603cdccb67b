import type { Actor, OrganisationId } from '#vocabulary';

/** A role that no token can hold. */
const ROLE = 'PROCESS';

/** The actor of a process's commands, acting for the organisation concerned. */
export function processActor(name: string, organisation: OrganisationId): Actor {
  return { id: name, role: ROLE, organisation };
}
