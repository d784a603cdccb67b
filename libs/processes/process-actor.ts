import { PROCESS_ROLE } from '#vocabulary';
import type { Actor, OrganisationId } from '#vocabulary';

/** The actor of a process's commands, acting for the organisation concerned. */
export function processActor(name: string, organisation: OrganisationId): Actor {
  return { id: name, role: PROCESS_ROLE, organisation };
}
