import { valueAt } from '#domain';
import type { Instant, OrganisationId, OrganisationKind } from '#vocabulary';
import type { Since } from '#domain';
import type { Cursor, DocumentCollection, Where } from '#read-models';
import { scan } from '#projection-engine';
import type { OrganisationDocument, OrganisationView } from './organisation.document';
import { exists, organisationAsOf } from './organisation.view';
import { organisationDocumentId } from './organisations.projection';
import { searchable } from './searchable';
import { walkBelow } from './tree-walk';
import type { TreeTime } from './tree-walk';

export interface OrganisationSelection extends TreeTime {
  /** Everything below it, at any depth; not itself. */
  readonly under?: OrganisationId;
  readonly kind?: OrganisationKind;
  readonly type?: string;
  /** Part of the name; case and accents do not matter. */
  readonly search?: string;
  /** Those that were merged or dissolved, too. */
  readonly includeEnded?: boolean;
}

export interface OrganisationPageRequest {
  /** 1 or more. */
  readonly limit: number;
  /** Of a page of the same selection. */
  readonly after?: Cursor;
}

export interface OrganisationPage {
  readonly items: readonly { readonly view: OrganisationView; readonly cursor: Cursor }[];
  /** A page that met its bound of work says so too: it may be short, or empty; go on from `end`. */
  readonly hasMore: boolean;
  readonly end?: Cursor;
}

/** Organisations visited for one page, at most. */
export const WALK_BOUND = 5_000;

/** One organisation as known at a position. */
export async function organisationById(
  collection: DocumentCollection<OrganisationDocument>,
  organisation: OrganisationId,
  asOf?: bigint,
): Promise<OrganisationView | undefined> {
  const id = organisationDocumentId(organisation);
  const document = (await collection.load([id])).get(id)?.body;
  if (document === undefined || document === 'deleted') return undefined;
  return organisationAsOf(document, asOf);
}

/**
 * One page of organisations: below another one in the order of the tree (a parent before its
 * children, siblings by id), or all by id.
 */
export async function organisationsPage(
  collection: DocumentCollection<OrganisationDocument>,
  selection: OrganisationSelection,
  page: OrganisationPageRequest,
): Promise<OrganisationPage> {
  const { under } = selection;
  return under === undefined
    ? pageOfAll(collection, selection, page)
    : pageBelow(collection, under, selection, page);
}

/** The organisations that still exist below one and with itself, with their kinds. */
export async function organisationsInReach(
  collection: DocumentCollection<OrganisationDocument>,
  root: OrganisationId,
  time: TreeTime = {},
): Promise<ReadonlyMap<OrganisationId, OrganisationKind>> {
  const inReach = new Map<OrganisationId, OrganisationKind>();
  const add = (view: OrganisationView): void => {
    const kind = held(view.kinds, time.at);
    if (kind !== undefined && exists(view, time.at)) inReach.set(view.organisation, kind);
  };
  const own = await organisationById(collection, root, time.asOf);
  if (own !== undefined) add(own);
  for await (const { view } of walkBelow(collection, root, time)) add(view);
  return inReach;
}

async function pageBelow(
  collection: DocumentCollection<OrganisationDocument>,
  under: OrganisationId,
  selection: OrganisationSelection,
  { limit, after }: OrganisationPageRequest,
): Promise<OrganisationPage> {
  const items: OrganisationPage['items'][number][] = [];
  let end = after;
  let visited = 0;
  for await (const { path, view } of walkBelow(collection, under, selection, pathOf(after))) {
    if (matches(view, selection)) {
      if (items.length === limit) return pageUpTo(items, true, items.at(-1)?.cursor);
      items.push({ view, cursor: cursorTo(path) });
    }
    end = cursorTo(path);
    visited += 1;
    if (visited === WALK_BOUND) {
      return pageUpTo(items, true, items.length === limit ? items.at(-1)?.cursor : end);
    }
  }
  return pageUpTo(items, false, end);
}

async function pageOfAll(
  collection: DocumentCollection<OrganisationDocument>,
  selection: OrganisationSelection,
  { limit, after }: OrganisationPageRequest,
): Promise<OrganisationPage> {
  const viewOf = (document: OrganisationDocument): OrganisationView | undefined => {
    const view = organisationAsOf(document, selection.asOf);
    return view !== undefined && matches(view, selection) ? view : undefined;
  };
  const { items, hasMore, end } = await scan(collection, {
    ...indexFor(selection),
    direction: 'ascending',
    ...(after === undefined ? {} : { after }),
    limit,
    matches: (document) => viewOf(document) !== undefined,
  });
  const views = items.flatMap(({ body, cursor }) => {
    const view = viewOf(body);
    return view === undefined ? [] : [{ view, cursor }];
  });
  return pageUpTo(views, hasMore, end);
}

/** Indexes hold what is current, so they say nothing about another time. */
function indexFor({ kind, type, asOf, at }: OrganisationSelection): {
  readonly index: string;
  readonly where: Where;
} {
  if (asOf !== undefined || at !== undefined) return { index: 'id', where: {} };
  if (type !== undefined) return { index: 'type', where: { 'current.organisationType': type } };
  if (kind !== undefined) return { index: 'kind', where: { 'current.kind': kind } };
  return { index: 'id', where: {} };
}

function matches(view: OrganisationView, selection: OrganisationSelection): boolean {
  const { kind, type, search, includeEnded = false, at } = selection;
  return (
    (includeEnded || exists(view, at)) &&
    (kind === undefined || held(view.kinds, at) === kind) &&
    (type === undefined || held(view.organisationTypes, at) === type) &&
    (search === undefined || searchable(held(view.names, at) ?? '').includes(searchable(search)))
  );
}

function held<Value>(values: readonly Since<Value>[], at: Instant | undefined): Value | undefined {
  return at === undefined ? values.at(-1)?.value : valueAt(values, at);
}

function cursorTo(path: readonly OrganisationId[]): Cursor {
  return { key: path, id: path.at(-1) ?? '' };
}

function pathOf(cursor: Cursor | undefined): readonly OrganisationId[] {
  return cursor?.key.filter((part): part is string => typeof part === 'string') ?? [];
}

function pageUpTo(
  items: OrganisationPage['items'],
  hasMore: boolean,
  end: Cursor | undefined,
): OrganisationPage {
  return { items, hasMore, ...(end === undefined ? {} : { end }) };
}
