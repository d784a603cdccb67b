import { isRole } from '#vocabulary';
import type { Actor, OrganisationId } from '#vocabulary';
import { ancestorsAt } from '../organisation/ancestors';
import type { DecisionContext } from '../shared/context';
import { requireThat } from '../shared/requirements';
import type { Requirement } from '../shared/requirements';

type Tree = Pick<DecisionContext, 'organisation' | 'now' | 'actor'>;

/** Whom a fact is about, under the names that facts use. */
interface About {
  readonly organisation?: OrganisationId;
  readonly member?: string;
}

/**
 * Nobody settles what weighs against him (handbook, section 12): a fact is corrected by the body that recorded it or
 * by one above it, never by the member it is about. What a body recorded of itself through its inspection commission
 * is left to the commission. What an operator or a process recorded, which are no bodies, is corrected by a body above
 * the organisation it is about.
 *
 * @param recordedBy whoever was behind the fact
 */
export function requireMayCorrect(
  { data }: { readonly data: unknown },
  recordedBy: Actor,
  tree: Tree,
): Requirement {
  const { actor } = tree;
  const may = actor.role === 'OPERATOR' || mayCorrect(data as About, recordedBy, tree);
  return requireThat(may, 'DECIDED_BEYOND_AUTHORITY', {
    field: 'event',
    body: actor.organisation,
    details: { actingFor: actor.organisation, recordedBy: recordedBy.organisation },
  });
}

function mayCorrect({ organisation, member }: About, recordedBy: Actor, tree: Tree): boolean {
  const { actor } = tree;
  if (member !== undefined && member === actor.id) return false;
  if (!isOfBody(recordedBy)) return organisation !== undefined && isAbove(organisation, tree);
  const isOwn = actor.organisation === recordedBy.organisation;
  if (isOwn && isOfCommission(recordedBy) && !isOfCommission(actor)) {
    return organisation !== actor.organisation;
  }
  return isOwn || isAbove(recordedBy.organisation, tree);
}

function isAbove(organisation: OrganisationId, tree: Tree): boolean {
  return ancestorsAt(organisation, tree.now, tree).includes(tree.actor.organisation);
}

function isOfBody({ role }: Actor): boolean {
  return isRole(role) && role !== 'OPERATOR';
}

function isOfCommission({ role }: Actor): boolean {
  return role === 'INSPECTION_COMMISSION';
}
