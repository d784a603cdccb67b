import { compareKeys, compareTexts } from './compare-values';
import type { DocumentCollection } from './document-store.port';
import type { Found, Page, Query } from './query';

/** The parts of a query that differ where one list is looked up in several places. */
export type Place = Pick<Query, 'where'> & { readonly index: string };

/**
 * One page of the documents of several places that have one order: what a single query would find whose lists had no
 * bound. Costs a query for each place.
 */
export async function findAmong<D extends object>(
  collection: Pick<DocumentCollection<D>, 'find'>,
  places: readonly Place[],
  query: Omit<Query, 'where' | 'order'> & Pick<Query['order'], 'direction'>,
): Promise<Page<D>> {
  const { direction, ...rest } = query;
  const pages = await Promise.all(
    places.map(({ where, index }) =>
      collection.find({ ...rest, where, order: { index, direction } }),
    ),
  );
  const sign = direction === 'ascending' ? 1 : -1;
  const found = pages
    .flatMap(({ items }) => items)
    .sort((a, b) => sign * compareFound(a, b))
    // A document that lies in several places is one.
    .filter(({ id }, at, all) => id !== all[at - 1]?.id);
  return {
    items: found.slice(0, query.limit),
    hasMore: found.length > query.limit || pages.some(({ hasMore }) => hasMore),
  };
}

function compareFound(a: Found<object>, b: Found<object>): number {
  const difference = compareKeys(a.cursor.key, b.cursor.key);
  return difference === 0 ? compareTexts(a.cursor.id, b.cursor.id) : difference;
}
