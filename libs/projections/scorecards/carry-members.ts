import type { MemberId, OrganisationId } from '#vocabulary';
import type { MemberDocument } from './documents';
import { withEntry } from './entries';
import { memberKey, organisationKey } from './keys';
import { entryOf } from './member-facts';
import { later } from './positions';
import type { ScorecardFacts } from './scorecard-facts';

/** Tells every organisation that has to know of a member how things stand; answers which these are. */
export async function carryMembers(
  members: readonly MemberId[],
  facts: ScorecardFacts,
): Promise<ReadonlySet<OrganisationId>> {
  const told = new Set<OrganisationId>();
  for (const member of members) {
    const held = await facts.read<MemberDocument>(memberKey(member));
    if (held === undefined) continue;
    // Nothing of a member whose admission turned out to be wrong.
    const entry = entryOf(held.body, held.position);
    for (const organisation of held.body.everIn) {
      const standing = await facts.organisation(organisation);
      facts.write(
        organisationKey(organisation),
        { ...standing.body, members: withEntry(standing.body.members, member, entry) },
        later(standing.position, held.position),
      );
      told.add(organisation);
    }
  }
  return told;
}
