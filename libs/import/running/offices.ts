import { organisationKindAt, parentAt } from '#domain';
import { KINDS_WITH_ROLE } from '#vocabulary';
import type { Actor, Instant } from '#vocabulary';
import type { Office } from '../tables';
import type { RegisteredOrganisations } from './registered-organisations';

/** The actor for an office: a committee where the organisation has one, the secretary of a cell where it has none. */
export async function actorOf(
  { seat, organisation, id }: Office,
  at: Instant,
  registered: RegisteredOrganisations,
): Promise<Actor> {
  if (seat === 'SECRETARY') return { id, role: 'SECRETARY', organisation };
  const state = await registered.stateOf(organisation);
  if (seat === 'SUPERIOR') {
    return { id, role: 'SUPERIOR_COMMITTEE', organisation: parentAt(state, at) ?? organisation };
  }
  const kind = organisationKindAt(state, at);
  const isCell = kind !== undefined && !KINDS_WITH_ROLE.SUPERIOR_COMMITTEE.includes(kind);
  return { id, role: isCell ? 'SECRETARY' : 'SUPERIOR_COMMITTEE', organisation };
}
