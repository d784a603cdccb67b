import { isRole } from '#vocabulary';
import type { Actor, OrganisationId } from '#vocabulary';
import { isActingAbove } from '../shared/authority';
import type { TreeOfNow } from '../shared/authority';
import { requireThat } from '../shared/requirements';
import type { Requirement } from '../shared/requirements';

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
  tree: TreeOfNow,
): Requirement {
  const { actor } = tree;
  const may = actor.role === 'OPERATOR' || mayCorrect(data as About, recordedBy, tree);
  return requireThat(may, 'DECIDED_BEYOND_AUTHORITY', {
    field: 'event',
    body: actor.organisation,
    details: { actingFor: actor.organisation, recordedBy: recordedBy.organisation },
  });
}

function mayCorrect({ organisation, member }: About, recordedBy: Actor, tree: TreeOfNow): boolean {
  const { actor } = tree;
  if (member !== undefined && member === actor.id) return false;
  if (!isOfBody(recordedBy)) return organisation !== undefined && isActingAbove(organisation, tree);
  const isOwn = actor.organisation === recordedBy.organisation;
  if (isOwn && isOfCommission(recordedBy) && !isOfCommission(actor)) {
    return organisation !== actor.organisation;
  }
  return isOwn || isActingAbove(recordedBy.organisation, tree);
}

function isOfBody({ role }: Actor): boolean {
  return isRole(role) && role !== 'OPERATOR';
}

function isOfCommission({ role }: Actor): boolean {
  return role === 'INSPECTION_COMMISSION';
}
