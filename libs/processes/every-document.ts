import type { DocumentCollection, Query } from '#read-models';

const PAGE = 500;

/** All documents that a query selects as it is now, page by page. */
export async function* everyDocument<D extends object>(
  collection: DocumentCollection<D>,
  query: Omit<Query, 'limit' | 'after'>,
): AsyncGenerator<D, void, undefined> {
  let after: Query['after'];
  for (;;) {
    const page = await collection.find({ ...query, limit: PAGE, ...(after && { after }) });
    for (const { body } of page.items) yield body;
    after = page.items.at(-1)?.cursor;
    if (!page.hasMore || after === undefined) return;
  }
}
