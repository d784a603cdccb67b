import fc from 'fast-check';
import { DocumentRefused, WriteConflict, type GuardedWrite, type Loaded } from '..';
import { cardBody, documentId } from './arbitraries';
import { card, created, dumped, type Bench, type Card } from './fixtures';

type Model = Map<string, { position: bigint; body: Card | 'deleted' }>;

/** Mostly what was loaded, sometimes a stale or an invented position. */
function expectation(model: Model, id: string, truthful: boolean): bigint | 'absent' {
  const held = model.get(id)?.position;
  if (truthful) return held ?? 'absent';
  return held === undefined ? 7n : 'absent';
}

async function agrees(model: Model, load: () => Promise<Map<string, Loaded<Card>>>): Promise<void> {
  const loaded = await load();
  expect(new Map([...loaded].map(([id, { position, body }]) => [id, { position, body }]))).toEqual(
    model,
  );
}

export function guardedWritesContract(bench: Bench): void {
  describe('guarded writes', () => {
    it('agree with a map of positions and bodies, whatever is created, replaced and deleted', async () => {
      const owner = await bench.owner();
      const step = fc.uniqueArray(
        fc.record({
          id: fc.oneof(fc.constantFrom('a', 'b', 'c'), documentId),
          truthful: fc.integer({ min: 0, max: 5 }).map((chance) => chance > 0),
          body: fc.oneof(
            { weight: 4, arbitrary: cardBody },
            { weight: 1, arbitrary: fc.constant('deleted' as const) },
          ),
        }),
        { selector: ({ id }) => id, maxLength: 5 },
      );
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
          const collection = await bench.cards();
          const model: Model = new Map();
          let position = 2n ** 60n;
          for (const changes of steps) {
            position += 1n;
            const writes = changes.map(({ id, truthful, body }): GuardedWrite<Card> => {
              return { id, expected: expectation(model, id, truthful), position, body };
            });
            const stale = writes.filter(
              (write) => write.expected !== (model.get(write.id)?.position ?? 'absent'),
            );
            if (stale.length > 0) {
              const failure: unknown = await collection
                .write(writes, owner)
                .catch((error: unknown) => error);
              expect(failure).toBeInstanceOf(WriteConflict);
              expect(failure instanceof WriteConflict ? failure.conflicts[0]?.ids : []).toEqual(
                stale.map(({ id }) => id),
              );
            }
            const good = writes.filter((write) => !stale.includes(write));
            const loaded = await collection.load(good.map(({ id }) => id));
            // Those beside a stale one may have been written or not: both are allowed.
            const missing = good.filter(({ id }) => loaded.get(id)?.position !== position);
            await collection.write(missing, owner);
            for (const { id, body } of good) model.set(id, { position, body });
            await agrees(model, () => collection.load(model.keys()));
          }
          const alive = [...model].filter(([, { body }]) => body !== 'deleted').map(([id]) => id);
          expect(await collection.count({ index: 'id', where: {} })).toBe(alive.length);
          expect(await dumped(collection)).toHaveLength(alive.length);
        }),
        { numRuns: 60 },
      );
    });

    it('leave every other document readable when one conflicts', async () => {
      const [collection, owner] = [await bench.cards(), await bench.owner()];
      await collection.write([created('a', card()), created('b', card())], owner);
      const change = (id: string, expected: bigint): GuardedWrite<Card> => {
        return { id, expected, position: 5n, body: card({ year: 2025 }) };
      };
      await expect(
        collection.write([change('a', 1n), change('b', 4n)], owner),
      ).rejects.toMatchObject({
        conflicts: [{ name: 'cards', version: collection.version, ids: ['b'] }],
      });
      const loaded = await collection.load(['a', 'b', 'c']);
      expect([...loaded.keys()].sort()).toEqual(['a', 'b']);
      expect(loaded.get('b')).toEqual({ id: 'b', position: 1n, body: card() });
    });

    it('keep a tombstone, so that a replay cannot bring a deleted document back', async () => {
      const [collection, owner] = [await bench.cards(), await bench.owner()];
      await collection.write([created('a', card({ organisations: ['o1'] }))], owner);
      await collection.write([{ id: 'a', expected: 1n, position: 9n, body: 'deleted' }], owner);

      expect((await collection.load(['a'])).get('a')).toEqual({
        id: 'a',
        position: 9n,
        body: 'deleted',
      });
      await expect(collection.write([created('a', card())], owner)).rejects.toBeInstanceOf(
        WriteConflict,
      );
      const order = { direction: 'ascending' } as const;
      for (const [index, where] of [
        ['id', {}],
        ['byPosition', {}],
        ['under', { organisations: 'o1' }],
      ] as const) {
        expect(await collection.find({ where, order: { ...order, index }, limit: 9 })).toEqual({
          items: [],
          hasMore: false,
        });
      }
      await collection.write(
        [{ id: 'a', expected: 9n, position: 10n, body: card({ organisations: ['o1'] }) }],
        owner,
      );
      expect(await collection.count({ index: 'under', where: { organisations: 'o1' } })).toBe(1);
    });

    it('store json that the caller has already as it is', async () => {
      const [collection, owner] = [await bench.cards(), await bench.owner()];
      const json = '{"organisations":["o1"],"year":2024,"changedAt":"3","extra":[1.50]}';
      const body: Card = { organisations: ['o1'], year: 2024, changedAt: '3' };
      await collection.write([{ ...created('a', body), json }], owner);
      expect(await dumped(collection)).toEqual([`a 3 ${json}`]);
    });

    it('give the same bytes for the same documents, in whatever order they were written', async () => {
      const owner = await bench.owner();
      const entries = fc.uniqueArray(fc.tuple(documentId, cardBody), {
        selector: ([id]) => id,
        maxLength: 12,
      });
      await fc.assert(
        fc.asyncProperty(entries, async (pairs) => {
          const [once, stepwise] = [await bench.cards(), await bench.cards()];
          const writes = pairs.map(([id, body]) => created(id, body));
          await once.write(writes, owner);
          for (const write of writes.toReversed()) {
            await stepwise.write([{ ...write, position: 0n, body: card() }], owner);
            await stepwise.write([{ ...write, expected: 0n }], owner);
          }
          expect(await dumped(stepwise)).toEqual(await dumped(once));
        }),
        { numRuns: 30 },
      );
    });

    it('are refused when no store could keep them', async () => {
      const [collection, owner] = [await bench.cards(), await bench.owner()];
      const refused = [
        [created('a', card()), created('a', card())],
        [created('', card())],
        [created('\uD800', card())],
        [created('a', card({ outcome: 'x\uD800' }))],
        [created('a', card({ year: Number.NaN }))],
        [created('a', card({ organisations: ['x\u0000'] }))],
        [created('a', { ...card(), changedAt: 'soon' }, 1n)],
      ];
      for (const writes of refused) {
        await expect(collection.write(writes, owner)).rejects.toBeInstanceOf(DocumentRefused);
      }
      expect(await dumped(collection)).toEqual([]);
    });
  });
}
