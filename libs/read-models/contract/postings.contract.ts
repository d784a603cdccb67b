import fc from 'fast-check';
import {
  DefinitionRefused,
  Fenced,
  QueryRefused,
  VersionActive,
  type Direction,
  type Posting,
  type PostingCollection,
  type PostingQuery,
} from '..';
import type { Bench } from './fixtures';

const COLLECTION = { name: 'places', version: 1 };

/** Of few terms, so that they meet; dense in places, and with gaps as between the bytes of a large log. */
const anyPostings: fc.Arbitrary<readonly Posting[]> = fc
  .array(
    fc.record({
      gap: fc.oneof(fc.constant(1n), fc.bigInt(1n, 300n), fc.bigInt(1n, 2n ** 50n)),
      terms: fc.uniqueArray(fc.nat(5), { maxLength: 4 }),
    }),
    { maxLength: 60 },
  )
  .map((gaps) => {
    let position = 0n;
    return gaps.map(({ gap, terms }) => {
      position += gap;
      return { position, terms };
    });
  });
const anyGroups = fc.array(fc.array(fc.nat(6), { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 3,
});
const anyDirection = fc.constantFrom<Direction>('ascending', 'descending');
/** Where portions end; what is added again begins in the middle of one. */
const anyCuts = fc.array(fc.nat(60), { maxLength: 6 });

function scanned(
  postings: readonly Posting[],
  { allOf, from = 0n, to, direction }: Omit<PostingQuery, 'limit'>,
): readonly bigint[] {
  const found = postings
    .filter(({ terms }) => allOf.every((group) => group.some((term) => terms.includes(term))))
    .map(({ position }) => position)
    .filter((position) => position >= from && (to === undefined || position <= to));
  return direction === 'ascending' ? found : found.toReversed();
}

/** All that is found, page by page. */
async function found(
  places: PostingCollection,
  { from, to, ...query }: PostingQuery,
): Promise<readonly bigint[]> {
  const positions: bigint[] = [];
  let range: Pick<PostingQuery, 'from' | 'to'> = {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
  for (;;) {
    const page = await places.find({ ...query, ...range });
    positions.push(...page.positions);
    if (!page.hasMore || page.end === undefined) return positions;
    const { end } = page;
    range =
      query.direction === 'ascending' ? { ...range, from: end + 1n } : { ...range, to: end - 1n };
  }
}

async function dumped(places: PostingCollection): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const { term, positions } of places.dump()) {
    lines.push(`${term}: ${positions.join(' ')}`);
  }
  return lines;
}

/** What every collection of postings does. */
export function postingsContract(bench: Bench): void {
  describe('postings', () => {
    let version = 0;
    const opened = (indexes?: 'deferred') => {
      version += 1;
      const name = { ...COLLECTION, version };
      return bench.store.postings(name, indexes === undefined ? {} : { indexes });
    };
    beforeEach(() => {
      version = 0;
    });

    it('are found by any groups of terms as in a plain scan, in pages of any size, either way', async () => {
      const owner = await bench.owner('places@1');
      await fc.assert(
        fc.asyncProperty(
          anyPostings,
          anyCuts,
          fc.boolean(),
          fc.array(
            fc.tuple(
              anyGroups,
              anyDirection,
              fc.integer({ min: 1, max: 20 }),
              anyCuts,
              fc.boolean(),
            ),
            { minLength: 1, maxLength: 5 },
          ),
          async (postings, cuts, isDeferred, queries) => {
            const places = await opened(isDeferred ? 'deferred' : undefined);
            for (const portion of cutAt(postings, cuts)) await places.add(portion, owner);
            await places.buildIndexes();
            for (const [allOf, direction, limit, bounds, isBounded] of queries) {
              const [low, high] = bounds.map((at) => postings[at % Math.max(1, postings.length)]);
              const query = {
                allOf,
                direction,
                ...(isBounded && low && { from: low.position }),
                ...(isBounded && high && { to: high.position }),
              };
              expect(await found(places, { ...query, limit })).toEqual(scanned(postings, query));
            }
          },
        ),
        { numRuns: 60 },
      );
    });

    it('are there once, however often they are added, in portions cut wherever', async () => {
      const owner = await bench.owner('places@1');
      await fc.assert(
        fc.asyncProperty(
          anyPostings,
          fc.array(fc.tuple(anyCuts, fc.nat(60), fc.nat(60)), { maxLength: 3 }),
          fc.boolean(),
          async (postings, tries, isDeferred) => {
            const [whole, places] = [
              await opened(),
              await opened(isDeferred ? 'deferred' : undefined),
            ];
            await whole.add(postings, owner);
            let through = 0;
            for (const [cuts, start, length] of tries) {
              // It goes on from a place at which all was there, and dies somewhere behind it.
              const from = Math.min(start, through);
              const to = Math.min(postings.length, from + length);
              const portions = cutAt(postings.slice(from, to), cuts);
              for (const portion of portions) await places.add(portion, owner);
              through = Math.max(through, to);
            }
            await places.add(postings.slice(Math.max(0, through - 1)), owner);
            await places.buildIndexes();
            expect(await dumped(places)).toEqual(await dumped(whole));
            const query = { allOf: [[1, 2]], direction: 'descending', limit: 3 } as const;
            expect(await found(places, query)).toEqual(scanned(postings, query));
          },
        ),
        { numRuns: 60 },
      );
    });

    it('that seldom meet are looked for within a bound of work', async () => {
      const owner = await bench.owner('places@1');
      const places = await opened('deferred');
      const count = 300_000;
      const terms = [[1], [2]] as const;
      const postings = Array.from({ length: count }, (_, at) => ({
        position: BigInt(at + 1),
        terms: at === count - 1 ? [1, 2] : (terms[at % 2] ?? []),
      }));
      await places.add(postings, owner);
      await places.buildIndexes();
      const query = { allOf: [[1], [2]], direction: 'ascending', limit: 1 } as const;
      const page = await places.find(query);
      expect(page).toMatchObject({ positions: [], hasMore: true });
      expect(page.end).toBeGreaterThan(0n);
      expect(await found(places, query)).toEqual([BigInt(count)]);
    });

    it('are committed together with the checkpoint of a batch', async () => {
      const owner = await bench.owner('places@1');
      const places = await opened();
      const postings = [{ position: 7n, terms: [1] }];
      const checkpoint = { position: 7n, recordedAt: '2024-03-01T00:00:00.000Z', events: 1 };
      await bench.store.commit({
        owner,
        writes: [],
        postings: { collection: { ...COLLECTION, version }, postings },
        checkpoint,
      });
      expect(await dumped(places)).toEqual(['1: 7']);
      expect(await bench.store.checkpoint('places@1').load()).toEqual(checkpoint);
    });

    it('are written by their owner alone, who may remove them', async () => {
      const former = await bench.owner('places@1');
      const places = await opened();
      await places.add([{ position: 1n, terms: [1] }], former);
      const owner = await bench.owner('places@1');
      const add = (by: typeof owner) => places.add([{ position: 2n, terms: [1] }], by);
      await expect(add(former)).rejects.toBeInstanceOf(Fenced);
      await expect(places.deleteAll(former)).rejects.toBeInstanceOf(Fenced);
      await add(owner);
      expect(await dumped(places)).toEqual(['1: 1 2']);
      await places.deleteAll(owner);
      expect(await dumped(places)).toEqual([]);
    });

    it('stand side by side in versions, as documents do, and are no documents', async () => {
      const owner = await bench.owner('places@1');
      await (await opened()).add([{ position: 1n, terms: [1] }], owner);
      const [first, second] = [
        { ...COLLECTION, version: 1 },
        { ...COLLECTION, version: 2 },
      ];
      const places = await opened();
      expect(await dumped(places)).toEqual([]);
      await bench.store.alias.set({ places: 2 });
      expect(await bench.store.versions('places')).toEqual([1, 2]);
      await expect(bench.store.drop(second)).rejects.toBeInstanceOf(VersionActive);
      await bench.store.drop(first);
      expect(await bench.store.versions('places')).toEqual([2]);
      await expect(bench.store.collection({ ...second, indexes: [] })).rejects.toBeInstanceOf(
        DefinitionRefused,
      );
      await bench.store.collection({ name: 'documents', version: 1, indexes: [] });
      await expect(bench.store.postings({ name: 'documents', version: 1 })).rejects.toBeInstanceOf(
        DefinitionRefused,
      );
    });

    it('are not looked for by what nobody could answer', async () => {
      const places = await opened();
      const query = { allOf: [[1]], direction: 'ascending', limit: 1 } as const;
      for (const unfit of [
        { ...query, limit: 0 },
        { ...query, allOf: [] },
        { ...query, allOf: [Array.from({ length: 201 }, (_, term) => term)] },
      ]) {
        await expect(places.find(unfit)).rejects.toBeInstanceOf(QueryRefused);
      }
    });
  });
}

function cutAt(
  postings: readonly Posting[],
  cuts: readonly number[],
): readonly (readonly Posting[])[] {
  const places = [0, ...cuts.map((at) => Math.min(at, postings.length)), postings.length];
  places.sort((a, b) => a - b);
  return places.slice(1).map((end, at) => postings.slice(places[at], end));
}
