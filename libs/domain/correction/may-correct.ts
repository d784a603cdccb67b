import { isRole } from '#vocabulary';
import type { Actor, OrganisationId } from '#vocabulary';
import { requireMayActFor } from '../shared/authority';
import { CORRECTION } from './correction';
import { behindCommand, positionOf } from '../shared/standing';
import type { TreeOfNow } from '../shared/standing';
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
  const acting = requireMayActFor(CORRECTION.CorrectFact.authority, tree);
  if (acting !== undefined) return acting;
  const may = behindCommand(tree).every((who) => mayCorrect(who, data as About, recordedBy, tree));
  return requireThat(may, 'DECIDED_BEYOND_AUTHORITY', {
    field: 'event',
    body: actor.organisation,
    details: { actingFor: actor.organisation, recordedBy: recordedBy.organisation },
  });
}

function mayCorrect(
  who: Actor,
  { organisation, member }: About,
  recordedBy: Actor,
  tree: TreeOfNow,
): boolean {
  const isAbove = (body: OrganisationId): boolean =>
    positionOf(who.organisation, body, tree) === 'ABOVE';
  if (member !== undefined && member === who.id) return false;
  if (!isOfBody(recordedBy)) return organisation !== undefined && isAbove(organisation);
  const isOwn = positionOf(who.organisation, recordedBy.organisation, tree) === 'ITSELF';
  if (isOwn && isOfCommission(recordedBy) && !isOfCommission(who)) {
    return organisation !== who.organisation;
  }
  return isOwn || isAbove(recordedBy.organisation);
}

function isOfBody({ role }: Actor): boolean {
  return isRole(role) && role !== 'OPERATOR';
}

function isOfCommission({ role }: Actor): boolean {
  return role === 'INSPECTION_COMMISSION';
}
