import { QueryRefused } from '../errors';
import { MAX_COMBINATIONS, MAX_PAGE } from '../query';
import type { PostingPage, PostingQuery } from '../postings';
import type { BlockReader, Work } from './term-cursor';
import { Union } from './union';

/** Positions read for one search, about: some ten milliseconds. */
const MOST_WORK = 200_000;
const LARGEST = 2n ** 63n - 1n;

/**
 * The positions that have a term of each group. The lists are walked together, each skipping to where another one has
 * come, so that the work is that of the shortest, however long the others are.
 *
 * @throws {QueryRefused}
 */
export async function findPostings(reader: BlockReader, query: PostingQuery): Promise<PostingPage> {
  refuseUnfit(query);
  const { allOf, from = 0n, to = LARGEST, direction, limit } = query;
  if (from > to) return { positions: [], hasMore: false };
  const [start, last, step] = direction === 'ascending' ? [from, to, 1n] : [to, from, -1n];
  const isBeyond = (position: bigint): boolean => (position - last) * step > 0n;
  const work: Work = { postings: 0 };
  const unions = allOf.map((terms) => new Union(reader, terms, direction, work));
  // Together, for a store that is asked over a network.
  await Promise.all(unions.flatMap((union) => union.seek(start) ?? []));

  const positions: bigint[] = [];
  let candidate = start;
  /** The last candidate that was decided on, if it stands in any list. */
  let settled: bigint | undefined;
  let isListed = false;
  let agreeing = 0;
  for (let turn = 0; ; turn += 1) {
    const union = unions[turn % unions.length];
    const moving = union?.seek(candidate);
    if (moving !== undefined) await moving;
    const found = union?.current;
    if (found === undefined || isBeyond(found)) return { positions, hasMore: false };
    if (found === candidate) {
      agreeing += 1;
    } else {
      if (isListed) settled = candidate;
      if (work.postings > MOST_WORK && settled !== undefined) {
        return { positions, hasMore: true, end: settled };
      }
      candidate = found;
      agreeing = 1;
    }
    isListed = true;
    if (agreeing < unions.length) continue;
    if (positions.length === limit) return { positions, hasMore: true, ...endOf(positions) };
    positions.push(candidate);
    settled = candidate;
    candidate += step;
    isListed = false;
    agreeing = 0;
  }
}

function endOf(positions: readonly bigint[]): { readonly end?: bigint } {
  const end = positions.at(-1);
  return end === undefined ? {} : { end };
}

function refuseUnfit({ allOf, limit }: PostingQuery): void {
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > MAX_PAGE) {
    throw new QueryRefused('limit', `a page holds 1 to ${MAX_PAGE} positions`);
  }
  if (allOf.length === 0) throw new QueryRefused('value', 'no group of terms is given');
  const longest = Math.max(...allOf.map((terms) => terms.length));
  if (longest > MAX_COMBINATIONS) {
    throw new QueryRefused(
      'combinations',
      `${longest} terms in a group; at most ${MAX_COMBINATIONS}`,
    );
  }
}
