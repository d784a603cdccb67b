import type { Cursor } from '#read-models';
import { thoseSeen } from '../../access/those-seen';
import type { FetchedPage } from './page';

/** A full page of what is seen, however much in between is not. */
export async function filled<I extends { readonly cursor: Cursor }>(
  limit: number,
  fetch: (after: Cursor | undefined) => Promise<FetchedPage<I>>,
  isSeen: (item: I) => Promise<boolean>,
  after: Cursor | undefined,
): Promise<FetchedPage<I>> {
  const items: I[] = [];
  for (let from = after; ;) {
    const page = await fetch(from);
    items.push(...(await thoseSeen(page.items, isSeen)));
    if (items.length > limit) return { items: items.slice(0, limit), hasMore: true };
    const end = page.end ?? page.items.at(-1)?.cursor;
    if (!page.hasMore || end === undefined) return { items, hasMore: false };
    if (items.length === limit) return { items, hasMore: true };
    from = end;
  }
}
