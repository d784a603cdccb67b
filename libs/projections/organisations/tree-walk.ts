import type { Instant, OrganisationId } from '#vocabulary';
import type { DocumentCollection } from '#read-models';
import type { OrganisationDocument, OrganisationView } from './organisation.document';
import { organisationAsOf, parentOf } from './organisation.view';
import { organisationDocumentId } from './organisations.projection';

/** Which tree: as recorded up to a position, and as it stood at a point in time. */
export interface TreeTime {
  /** Without it, all that is recorded. */
  readonly asOf?: bigint;
  /** Without it, the latest known. */
  readonly at?: Instant;
}

export interface Visited {
  /** From below the root down to the organisation itself. */
  readonly path: readonly OrganisationId[];
  readonly document: OrganisationDocument;
  readonly view: OrganisationView;
}

/**
 * Everything below an organisation, each before what is below it, siblings by id; lazily, one load
 * per organisation that has children.
 *
 * Going down from parent to child stays right after a committee was moved with all its cells,
 * without touching any of their documents: a document only lists who ever was its child, and a
 * child counts where its own parents, as recorded by then, say that it belongs.
 *
 * `after` is the path of the one visited last: the walk goes on behind it, whatever has been
 * added, moved or removed since.
 */
export async function* walkBelow(
  collection: Pick<DocumentCollection<OrganisationDocument>, 'load'>,
  root: OrganisationId,
  time: TreeTime,
  after: readonly OrganisationId[] = [],
): AsyncGenerator<Visited> {
  const id = organisationDocumentId(root);
  const document = (await collection.load([id])).get(id)?.body;
  if (document === undefined || document === 'deleted') return;
  yield* descend({ collection, time, root }, document, [], after);
}

interface Walk {
  readonly collection: Pick<DocumentCollection<OrganisationDocument>, 'load'>;
  readonly time: TreeTime;
  readonly root: OrganisationId;
}

async function* descend(
  walk: Walk,
  parent: OrganisationDocument,
  path: readonly OrganisationId[],
  after: readonly OrganisationId[],
): AsyncGenerator<Visited> {
  const [from, ...deeper] = after;
  for (const child of await childrenOf(walk, parent, from)) {
    const { organisation } = child.document;
    // A tree never has a circle; but two moves recorded apart could make one, and nobody shall hang.
    if (path.includes(organisation) || organisation === walk.root) continue;
    const isResumed = organisation === from;
    const here = [...path, organisation];
    if (!isResumed) yield { path: here, ...child };
    yield* descend(walk, child.document, here, isResumed ? deeper : []);
  }
}

async function childrenOf(
  { collection, time }: Walk,
  parent: OrganisationDocument,
  from: OrganisationId | undefined,
): Promise<readonly Omit<Visited, 'path'>[]> {
  const candidates = parent.children.filter(
    ({ organisation, position }) =>
      (from === undefined || organisation >= from) &&
      (time.asOf === undefined || BigInt(position) <= time.asOf),
  );
  if (candidates.length === 0) return [];
  const ids = candidates.map(({ organisation }) => organisationDocumentId(organisation));
  const loaded = await collection.load(ids);
  return ids.flatMap((id) => {
    const document = loaded.get(id)?.body;
    if (document === undefined || document === 'deleted') return [];
    const view = organisationAsOf(document, time.asOf);
    if (view === undefined || parentOf(view, time.at) !== parent.organisation) return [];
    return [{ document, view }];
  });
}
