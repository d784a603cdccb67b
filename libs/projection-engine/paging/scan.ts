import { findAmong } from '#read-models';
import type { Cursor, Direction, DocumentCollection, Found, Place, Range } from '#read-models';

/** A filtered walk along an index. */
export interface Scan<Document extends object> extends Place {
  /** Where else to look, in the same order: a list of values that is too long for one query. */
  readonly others?: readonly Place[];
  readonly range?: Range;
  readonly direction: Direction;
  readonly after?: Cursor;
  /** Matches wanted, 1 or more. */
  readonly limit: number;
  /** Documents read at most; by default {@link SCAN_BOUND}. */
  readonly bound?: number;
  /** A promise where it rests on other documents; those of a chunk are asked together. */
  readonly matches: (document: Document) => boolean | Promise<boolean>;
}

export interface ScannedPage<Document extends object> {
  readonly items: readonly Found<Document>[];
  /**
   * Whether there is more in this direction. A page that met its bound of work says so too: it may
   * be short, or empty, and the next one goes on from `end`.
   */
  readonly hasMore: boolean;
  /** Where the next page begins; behind the last match, unless the bound of work came first. */
  readonly end?: Cursor;
}

/** Documents read for one page, at most. */
export const SCAN_BOUND = 5_000;
const CHUNK = 500;

export async function scan<Document extends object>(
  collection: DocumentCollection<Document>,
  {
    index,
    where,
    others = [],
    range,
    direction,
    after,
    limit,
    bound = SCAN_BOUND,
    matches,
  }: Scan<Document>,
): Promise<ScannedPage<Document>> {
  const places = [{ index, where }, ...others];
  const items: Found<Document>[] = [];
  let end = after;
  let read = 0;
  while (read < bound) {
    const page = await findAmong(collection, places, {
      ...(range === undefined ? {} : { range }),
      direction,
      ...(end === undefined ? {} : { after: end }),
      limit: Math.min(CHUNK, Math.max(limit + 1, read), bound - read),
    });
    const matching = await Promise.all(page.items.map(async ({ body }) => matches(body)));
    for (const [at, found] of page.items.entries()) {
      if (matching[at] === true) {
        if (items.length === limit) return { items, hasMore: true, ...endOf(items.at(-1)?.cursor) };
        items.push(found);
      }
      end = found.cursor;
    }
    read += page.items.length;
    if (!page.hasMore) return { items, hasMore: false, ...endOf(end) };
  }
  return { items, hasMore: true, ...endOf(items.length === limit ? items.at(-1)?.cursor : end) };
}

function endOf(end: Cursor | undefined): { readonly end?: Cursor } {
  return end === undefined ? {} : { end };
}
