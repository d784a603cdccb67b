import type { Instant, OrganisationId } from '#vocabulary';
import type { DocumentCollection } from '#read-models';
import { linkedTo } from './below-now';
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

type Organisations = Pick<DocumentCollection<OrganisationDocument>, 'load' | 'find'>;

/**
 * Everything below an organisation, each before what is below it, siblings by id; lazily, one load
 * per organisation that has children. In the tree of now, one that was merged is below its successor (domain.md 12).
 *
 * Going down from parent to child stays right after a committee was moved with all its cells,
 * without touching any of their documents: a document only lists who ever was its child, and a
 * child counts where its own parents, as recorded by then, say that it belongs.
 *
 * `after` is the path of the one visited last: the walk goes on behind it, whatever has been
 * added, moved or removed since.
 */
export async function* walkBelow(
  collection: Organisations,
  root: OrganisationId,
  time: TreeTime,
  after: readonly OrganisationId[] = [],
): AsyncGenerator<Visited> {
  const id = organisationDocumentId(root);
  const document = (await collection.load([id])).get(id)?.body;
  if (document === undefined || document === 'deleted') return;
  const walk = { collection, time, root };
  const merged = await mergedIntoEach(walk, [root]);
  yield* descend(walk, { document, merged: merged.get(root) ?? [] }, [], after);
}

interface Walk {
  readonly collection: Organisations;
  readonly time: TreeTime;
  readonly root: OrganisationId;
}

interface Parent {
  readonly document: OrganisationDocument;
  /** Those that it carries on. */
  readonly merged: readonly OrganisationDocument[];
}

async function* descend(
  walk: Walk,
  parent: Parent,
  path: readonly OrganisationId[],
  after: readonly OrganisationId[],
): AsyncGenerator<Visited> {
  const [from, ...deeper] = after;
  const children = await childrenOf(walk, parent, from);
  const merged = await mergedIntoEach(
    walk,
    children.map(({ document }) => document.organisation),
  );
  for (const child of children) {
    const { organisation } = child.document;
    // A tree never has a circle; but two moves recorded apart could make one, and nobody shall hang.
    if (path.includes(organisation) || organisation === walk.root) continue;
    const isResumed = organisation === from;
    const here = [...path, organisation];
    if (!isResumed) yield { path: here, ...child };
    const next = { document: child.document, merged: merged.get(organisation) ?? [] };
    yield* descend(walk, next, here, isResumed ? deeper : []);
  }
}

async function childrenOf(
  { collection, time }: Walk,
  { document: parent, merged }: Parent,
  from: OrganisationId | undefined,
): Promise<readonly Omit<Visited, 'path'>[]> {
  const candidates = parent.children.filter(
    ({ position }) => time.asOf === undefined || BigInt(position) <= time.asOf,
  );
  const ids = candidates.map(({ organisation }) => organisationDocumentId(organisation));
  const loaded = ids.length === 0 ? new Map<string, never>() : await collection.load(ids);
  const own = ids.flatMap((id) => {
    const document = loaded.get(id)?.body;
    return document === undefined || document === 'deleted' ? [] : [document];
  });
  const all = new Map([...own, ...merged].map((document) => [document.organisation, document]));
  return [...all.values()]
    .filter(({ organisation }) => from === undefined || organisation >= from)
    .sort((a, b) => (a.organisation < b.organisation ? -1 : 1))
    .flatMap((document) => {
      const view = organisationAsOf(document, time.asOf);
      const isBelow = view !== undefined && placeOf(view, time) === parent.organisation;
      return isBelow ? [{ document, view }] : [];
    });
}

function isOfNow({ asOf, at }: TreeTime): boolean {
  return asOf === undefined && at === undefined;
}

function placeOf(view: OrganisationView, time: TreeTime): OrganisationId | undefined {
  const { end } = view;
  return isOfNow(time) && end?.cause === 'MERGED' ? end.into : parentOf(view, time.at);
}

/** Those merged into each of some siblings, read together; none in the tree of another time. */
async function mergedIntoEach(
  { collection, time }: Walk,
  successors: readonly OrganisationId[],
): Promise<ReadonlyMap<OrganisationId, readonly OrganisationDocument[]>> {
  const merged = new Map<OrganisationId, OrganisationDocument[]>();
  if (!isOfNow(time)) return merged;
  for await (const document of linkedTo('merged-into', successors, collection)) {
    const successor = document.current?.mergedInto;
    if (successor === undefined || successor === null) continue;
    merged.set(successor, [...(merged.get(successor) ?? []), document]);
  }
  return merged;
}
