import type { OrganisationId } from '#vocabulary';
import type { KeptFact } from '../facts';
import type { Answer } from './question';

/** The organisation and all above it, as of the last of a finding's events that concerns it. */
export function lineageOf(
  organisation: OrganisationId,
  { events, run }: Answer,
  facts: readonly KeptFact[],
): readonly OrganisationId[] {
  const named = new Set([...events.map(({ event }) => event), run?.latest?.event]);
  const last = facts.findLast(
    ({ id, organisations }) => named.has(id) && organisations.includes(organisation),
  );
  if (!last) return [organisation];
  return last.organisations.slice(last.organisations.indexOf(organisation));
}
