import { compareInstants } from '#vocabulary';
import type { Instant, OrganisationId } from '#vocabulary';
import { ancestorsAt, isAtOrBelow } from './ancestors';
import type { Organisations } from './ancestors';
import type { OrganisationState } from './organisation.state';

/**
 * Whether an organisation put under a parent from a time on would at any time come to be below
 * itself. A late fact can do that to a date after its own: so it asks at every later date, too, on
 * which anything above the parent changes, as long as the new parent holds.
 */
export function wouldBeBelowItself(
  organisation: OrganisationId,
  parent: OrganisationId,
  from: Instant,
  tree: Organisations,
): boolean {
  const until = parentChanges(tree.organisation(organisation)).find((at) => isAfter(at, from));
  const asked = new Set<Instant>();
  const toAsk = [from];
  for (let at = toAsk.pop(); at !== undefined; at = toAsk.pop()) {
    if (isAtOrBelow(parent, organisation, at, tree)) return true;
    asked.add(at);
    for (const change of changesAbove(parent, at, tree)) {
      const holds = isAfter(change, from) && (until === undefined || isAfter(until, change));
      if (holds && !asked.has(change)) toAsk.push(change);
    }
  }
  return false;
}

function changesAbove(
  organisation: OrganisationId,
  at: Instant,
  tree: Organisations,
): readonly Instant[] {
  return [organisation, ...ancestorsAt(organisation, at, tree)].flatMap((id) =>
    parentChanges(tree.organisation(id)),
  );
}

function parentChanges(state: OrganisationState | undefined): readonly Instant[] {
  return state?.status === 'ESTABLISHED' ? state.parent.map(({ since }) => since) : [];
}

function isAfter(a: Instant, b: Instant): boolean {
  return compareInstants(a, b) > 0;
}
