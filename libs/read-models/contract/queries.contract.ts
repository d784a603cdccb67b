import fc from 'fast-check';
import {
  type QueryRefused,
  IndexMissing,
  type Direction,
  type FieldValue,
  type Query,
  type Range,
} from '..';
import { documents, organisation, position, text, year } from './arbitraries';
import { card, created, everyPage, type Bench, type Card } from './fixtures';
import { expectedIds } from './model';

const direction = fc.constantFrom<Direction>('ascending', 'descending');

interface Question {
  readonly query: Omit<Query, 'limit'>;
  readonly matches: (body: Card) => boolean;
  readonly key: (body: Card) => readonly FieldValue[];
}

const changedAt = (body: Card): bigint => BigInt(body.changedAt);
const outcome = (body: Card): string | null => body.outcome ?? null;

function within(value: bigint, { from, to }: Range): boolean {
  const above = (bound: FieldValue, inclusive: boolean): boolean =>
    typeof bound === 'bigint' && (value > bound || (inclusive && value === bound));
  const below = (bound: FieldValue, inclusive: boolean): boolean =>
    typeof bound === 'bigint' && (value < bound || (inclusive && value === bound));
  return (
    (from === undefined || above(from.value, from.inclusive)) &&
    (to === undefined || below(to.value, to.inclusive))
  );
}

const bound = fc.record({ value: position, inclusive: fc.boolean() });
const positionRange: fc.Arbitrary<Range> = fc.oneof(
  bound.map((from) => ({ path: 'changedAt', from })),
  bound.map((to) => ({ path: 'changedAt', to })),
  fc.tuple(bound, bound).map(([from, to]) => ({ path: 'changedAt', from, to })),
);

const question: fc.Arbitrary<Question> = fc.oneof(
  direction.map((way) => ({
    query: { where: {}, order: { index: 'id', direction: way } },
    matches: () => true,
    key: () => [],
  })),
  fc.tuple(direction, organisation).map(([way, id]) => ({
    query: { where: { organisations: id }, order: { index: 'under', direction: way } },
    matches: (body: Card) => body.organisations.includes(id),
    key: (body: Card) => [changedAt(body), outcome(body)],
  })),
  fc
    .tuple(direction, fc.array(organisation), fc.array(fc.option(text)))
    .map(([way, ids, outcomes]) => ({
      query: {
        where: { organisations: { in: ids }, outcome: { in: outcomes } },
        order: { index: 'under', direction: way },
      },
      matches: (body: Card) =>
        body.organisations.some((id) => ids.includes(id)) && outcomes.includes(outcome(body)),
      key: (body: Card) => [changedAt(body), outcome(body)],
    })),
  fc.tuple(direction, organisation, positionRange).map(([way, id, range]) => ({
    query: { where: { organisations: id }, range, order: { index: 'under', direction: way } },
    matches: (body: Card) => body.organisations.includes(id) && within(changedAt(body), range),
    key: (body: Card) => [changedAt(body), outcome(body)],
  })),
  fc.tuple(direction, fc.array(year), organisation).map(([way, years, id]) => ({
    query: {
      where: { year: { in: years }, organisations: id },
      order: { index: 'underInYear', direction: way },
    },
    matches: (body: Card) => years.includes(body.year) && body.organisations.includes(id),
    key: (body: Card) => [body.period?.from ?? null],
  })),
  fc.tuple(direction, year).map(([way, each]) => ({
    query: { where: { year: each }, order: { index: 'byYear', direction: way } },
    matches: (body: Card) => body.year === each,
    key: (body: Card) => [outcome(body), body.final ?? null],
  })),
  fc.tuple(direction, year, fc.boolean()).map(([way, each, final]) => ({
    query: {
      where: { year: each, outcome: null, final },
      order: { index: 'byYear', direction: way },
    },
    matches: (body: Card) => body.year === each && outcome(body) === null && body.final === final,
    key: () => [],
  })),
  fc.tuple(direction, fc.option(year, { nil: undefined })).map(([way, each]) => ({
    query: {
      where: each === undefined ? {} : { year: each },
      order: { index: 'byPeriod', direction: way },
    },
    matches: (body: Card) => each === undefined || body.year === each,
    key: (body: Card) => [body.period?.from ?? null, body.year],
  })),
  fc.tuple(direction, positionRange).map(([way, range]) => ({
    query: { where: {}, range, order: { index: 'byPosition', direction: way } },
    matches: (body: Card) => within(changedAt(body), range),
    key: (body: Card) => [changedAt(body)],
  })),
);

export function queriesContract(bench: Bench): void {
  describe('queries', () => {
    it('find each matching document once and in order, whatever the page size, as counted', async () => {
      const owner = await bench.owner();
      await fc.assert(
        fc.asyncProperty(
          documents,
          fc.array(question, { minLength: 1, maxLength: 6 }),
          fc.integer({ min: 1, max: 9 }),
          async (cards, questions, limit) => {
            const collection = await bench.cards();
            await collection.write(
              [...cards].map(([id, body]) => created(id, body)),
              owner,
            );
            for (const { query, matches, key } of questions) {
              const found = await everyPage(collection, { ...query, limit });
              expect(found.map(({ id }) => id)).toEqual(
                expectedIds(cards, matches, key, query.order.direction),
              );
              for (const { id, body, cursor } of found) {
                expect(body).toEqual(cards.get(id));
                expect(cursor).toEqual({ key: key(body), id });
              }
              const { where, range, order } = query;
              const selection = {
                index: order.index,
                where,
                ...(range === undefined ? {} : { range }),
              };
              expect(await collection.count(selection)).toBe(found.length);
            }
          },
        ),
        { numRuns: 80 },
      );
    });

    it('find each document that was there from the start once, while others come and go between the pages', async () => {
      const owner = await bench.owner();
      await fc.assert(
        fc.asyncProperty(
          documents,
          direction,
          fc.integer({ min: 1, max: 4 }),
          async (cards, way, limit) => {
            const collection = await bench.cards();
            const body = (at: number): Card =>
              card({ organisations: ['o1'], changedAt: String(at * 2) });
            const before = [...cards.keys()].map((id, at) => created(`old ${id}`, body(at + 1)));
            await collection.write(before, owner);
            let inserted = 0;
            const insert = async (): Promise<void> => {
              inserted += 1;
              const at = String(inserted % 2 === 0 ? 1 : inserted * 2 + 1);
              await collection.write(
                [created(`new ${inserted}`, card({ organisations: ['o1'], changedAt: at }))],
                owner,
              );
              if (inserted > 30) throw new Error('paging does not end');
            };
            const query = {
              where: { organisations: 'o1' },
              order: { index: 'under', direction: way },
              limit,
            };
            let insertions = 0;
            const found = await everyPage(collection, query, async () => {
              insertions += 1;
              if (insertions <= 10) await insert();
            });
            const old = found.map(({ id }) => id).filter((id) => id.startsWith('old '));
            const expected = before.map(({ id }) => id);
            expect(old).toEqual(way === 'ascending' ? expected : expected.toReversed());
          },
        ),
        { numRuns: 25 },
      );
    });

    it('follow a document whose index values change', async () => {
      const [collection, owner] = [await bench.cards(), await bench.owner()];
      const count = (organisations: string): Promise<number> =>
        collection.count({ index: 'under', where: { organisations } });
      await collection.write([created('a', card({ organisations: ['o1', 'o2'] }))], owner);
      await collection.write(
        [
          {
            id: 'a',
            expected: 1n,
            position: 2n,
            body: card({ organisations: ['o2', 'o3', 'o3'], changedAt: '2' }),
          },
        ],
        owner,
      );
      expect([await count('o1'), await count('o2'), await count('o3')]).toEqual([0, 1, 1]);
      const order = { index: 'under', direction: 'ascending' } as const;
      const page = await collection.find({ where: { organisations: 'o2' }, order, limit: 5 });
      expect(page.items.map(({ cursor }) => cursor)).toEqual([{ key: [2n, null], id: 'a' }]);
    });

    it('continue backwards from a cursor of the other direction', async () => {
      const [collection, owner] = [await bench.cards(), await bench.owner()];
      await collection.write(
        ['1', '2', '3', '4'].map((at) => created(`d${at}`, card({ changedAt: at }))),
        owner,
      );
      const after = { key: [3n], id: 'd3' };
      const order = { index: 'byPosition', direction: 'descending' } as const;
      const page = await collection.find({ where: {}, order, after, limit: 1 });
      expect([page.items.map(({ id }) => id), page.hasMore]).toEqual([['d2'], true]);
    });

    it('are refused without a declared index that serves them', async () => {
      const collection = await bench.cards();
      const find = (index: string, where: Query['where'], range?: Range): Promise<unknown> =>
        collection.find({
          where,
          order: { index, direction: 'ascending' },
          limit: 5,
          ...(range === undefined ? {} : { range }),
        });
      await expect(find('byColour', {})).rejects.toBeInstanceOf(IndexMissing);
      await expect(find('byYear', { organisations: 'o1' })).rejects.toBeInstanceOf(IndexMissing);
      await expect(find('under', {})).rejects.toBeInstanceOf(IndexMissing);
      await expect(find('underInYear', { organisations: 'o1' })).rejects.toBeInstanceOf(
        IndexMissing,
      );
      const range: Range = { path: 'final', from: { value: true, inclusive: true } };
      await expect(find('byYear', { year: 2024 }, range)).rejects.toBeInstanceOf(IndexMissing);
    });

    it('are refused with a limit, value or cursor that does not fit', async () => {
      const collection = await bench.cards();
      const query: Query = {
        where: {},
        order: { index: 'byPosition', direction: 'ascending' },
        limit: 5,
      };
      const refused: readonly [Query, QueryRefused['reason']][] = [
        [{ ...query, limit: 0 }, 'limit'],
        [{ ...query, limit: 1e9 }, 'limit'],
        [{ ...query, where: { changedAt: '5' } }, 'value'],
        [{ ...query, where: { changedAt: 2n ** 64n } }, 'value'],
        [{ ...query, range: { path: 'changedAt', to: { value: null, inclusive: true } } }, 'value'],
        [{ ...query, after: { key: [], id: 'a' } }, 'cursor'],
        [{ ...query, after: { key: ['5'], id: 'a' } }, 'cursor'],
        [
          {
            ...query,
            where: { changedAt: { in: Array.from({ length: 201 }, (_, at) => BigInt(at)) } },
          },
          'combinations',
        ],
      ];
      for (const [each, reason] of refused) {
        await expect(collection.find(each)).rejects.toMatchObject({ name: 'QueryRefused', reason });
      }
    });
  });
}
