import type { DocumentCollection } from './document-store.port';
import type { Found, Query } from './query';

/** A query whose pages are walked to the end; by default, of so many documents each. */
export type WholeQuery = Omit<Query, 'limit' | 'after'> & { readonly limit?: number };

const PAGE = 500;

/** All that a query selects as it is now, page by page. */
export async function* everyFound<D extends object>(
  collection: Pick<DocumentCollection<D>, 'find'>,
  query: WholeQuery,
): AsyncGenerator<Found<D>, void, undefined> {
  let after: Query['after'];
  for (;;) {
    const page = await collection.find({ limit: PAGE, ...query, ...(after && { after }) });
    yield* page.items;
    after = page.items.at(-1)?.cursor;
    if (!page.hasMore || after === undefined) return;
  }
}

/** As above, the documents alone. */
export async function* everyDocument<D extends object>(
  collection: Pick<DocumentCollection<D>, 'find'>,
  query: WholeQuery,
): AsyncGenerator<D, void, undefined> {
  for await (const { body } of everyFound(collection, query)) yield body;
}
