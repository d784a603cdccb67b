import { compareInstants, localDateOf, startOfDay } from '#vocabulary';
import type { Instant, OrganisationId, OrganisationKind } from '#vocabulary';
import type { DocumentCollection } from '#read-models';
import { exists, organisationById, organisationsInReach } from '../organisations';
import type { OrganisationDocument, OrganisationView } from '../organisations';

type Organisations = DocumentCollection<OrganisationDocument>;
type Reach = ReadonlyMap<OrganisationId, OrganisationKind>;

/**
 * The organisations that a campaign reaches at a time, with their kinds. It goes on under the successor of its root
 * (domain.md 12); of a root that was dissolved, those it had on the eve of its end are reached that still exist.
 */
export async function campaignReach(
  collection: Organisations,
  root: OrganisationId,
  at: Instant,
): Promise<Reach> {
  const passed = new Set<OrganisationId>();
  let current = root;
  for (;;) {
    passed.add(current);
    const view = await organisationById(collection, current);
    const end = view && endedBy(view, at);
    if (end === undefined) return organisationsInReach(collection, current, { at });
    if (end.cause === 'DISSOLVED') return leftBehind(collection, current, end.endedAt, at);
    if (passed.has(end.into)) return new Map();
    current = end.into;
  }
}

function endedBy({ end }: OrganisationView, at: Instant): OrganisationView['end'] {
  return end !== undefined && compareInstants(end.endedAt, at) <= 0 ? end : undefined;
}

/** Its cells were moved on the day of the end or before it, each by a fact of its own. */
async function leftBehind(
  collection: Organisations,
  root: OrganisationId,
  endedAt: Instant,
  at: Instant,
): Promise<Reach> {
  const eve = new Date(Date.parse(startOfDay(localDateOf(endedAt))) - 1).toISOString();
  const before = await organisationsInReach(collection, root, { at: eve });
  const left = new Map<OrganisationId, OrganisationKind>();
  for (const [organisation, kind] of before) {
    const view = await organisationById(collection, organisation);
    if (view !== undefined && exists(view, at)) left.set(organisation, kind);
  }
  return left;
}
