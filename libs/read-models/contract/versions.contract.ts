import fc from 'fast-check';
import {
  CollectionUnknown,
  DefinitionRefused,
  IndexMissing,
  VersionActive,
  type CollectionDefinition,
} from '..';
import { documents } from './arbitraries';
import { card, cards, created, dumped, everyPage, type Bench, type Card } from './fixtures';

export function versionsContract(bench: Bench): void {
  describe('versions of a collection', () => {
    it('stand side by side, and one alias write switches all the collections of a projection', async () => {
      const { store } = bench;
      const [blue, green, owner] = [await bench.cards(), await bench.cards(), await bench.owner()];
      const summaries = await store.collection<Card>({
        name: 'summaries',
        version: 7,
        indexes: [],
      });
      await blue.write([created('a', card())], owner);
      expect([(await green.load(['a'])).size, await store.versions('cards')]).toEqual([0, [1, 2]]);

      expect(await store.alias.get('cards')).toBeUndefined();
      await store.alias.set({ cards: 1 });
      await store.alias.set({ cards: 2, summaries: 7 });
      expect(await store.alias.get('cards')).toBe(2);
      expect(await store.alias.list()).toEqual([
        { name: 'cards', version: 2 },
        { name: 'summaries', version: 7 },
      ]);
      await expect(store.alias.set({ summaries: 7, cards: 9 })).rejects.toBeInstanceOf(
        CollectionUnknown,
      );
      expect(await store.alias.get('cards')).toBe(2);

      await store.alias.remove(['cards', 'unheard-of']);
      expect(await store.alias.list()).toEqual([{ name: 'summaries', version: 7 }]);
      await store.alias.set({ cards: 2 });

      await expect(store.drop({ name: 'cards', version: 2 })).rejects.toBeInstanceOf(VersionActive);
      await store.drop({ name: 'cards', version: 1 });
      await store.drop({ name: 'cards', version: 1 });
      expect(await store.versions('cards')).toEqual([2]);
      expect((await summaries.load([])).size).toBe(0);
    });

    it('are opened again as they were, and refused with another definition', async () => {
      const { store } = bench;
      const owner = await bench.owner();
      const first = await store.collection<Card>(cards);
      await first.write([created('a', card())], owner);
      expect((await (await store.collection<Card>(cards)).load(['a'])).size).toBe(1);
      await expect(
        store.collection({ ...cards, indexes: cards.indexes.slice(1) }),
      ).rejects.toBeInstanceOf(DefinitionRefused);
    });

    it('are refused with a definition that contradicts itself', async () => {
      const withFields = (
        ...fields: CollectionDefinition['indexes'][number]['fields']
      ): CollectionDefinition => {
        return { name: 'wrong', version: 1, indexes: [{ name: 'index', fields }] };
      };
      const refused: readonly CollectionDefinition[] = [
        withFields(),
        withFields({ path: 'a' }, { path: 'a' }),
        withFields({ path: 'a"b' }),
        withFields({ path: 'a', multiValued: true }, { path: 'b', multiValued: true }),
        withFields({ path: 'a', multiValued: true, kind: 'position' }),
        { ...withFields({ path: 'a' }), name: 'No' },
        { ...withFields({ path: 'a' }), version: 0 },
        { ...withFields({ path: 'a' }), indexes: [{ name: 'id', fields: [{ path: 'a' }] }] },
        {
          ...withFields(),
          indexes: [
            { name: 'one', fields: [{ path: 'a' }] },
            { name: 'two', fields: [{ path: 'a', kind: 'position' }] },
          ],
        },
      ];
      for (const definition of refused) {
        await expect(bench.store.collection(definition)).rejects.toBeInstanceOf(DefinitionRefused);
      }
    });

    it('are emptied by their owner, tombstones too, and everything is dropped at once', async () => {
      const { store } = bench;
      const [collection, owner] = [await bench.cards(), await bench.owner()];
      await collection.write(
        [created('a', card()), created('b', card({ organisations: ['o1'] }))],
        owner,
      );
      await collection.write([{ id: 'a', expected: 1n, position: 2n, body: 'deleted' }], owner);
      await collection.deleteAll(owner);
      expect((await collection.load(['a', 'b'])).size).toBe(0);
      expect(await collection.count({ index: 'under', where: { organisations: 'o1' } })).toBe(0);

      await store.alias.set({ cards: collection.version });
      await store.dropEverything();
      expect([await store.versions('cards'), await store.alias.list()]).toEqual([[], []]);
      await expect(
        store.commit({ owner, writes: [{ collection, changes: [] }] }),
      ).rejects.toBeInstanceOf(CollectionUnknown);
    });
  });

  describe('deferred indexes', () => {
    it('refuse queries until they are built, and then answer like those kept up all along', async () => {
      const owner = await bench.owner();
      await fc.assert(
        fc.asyncProperty(documents, documents, async (first, second) => {
          const [kept, deferred] = [
            await bench.cards(),
            await bench.cards({ indexes: 'deferred' }),
          ];
          const order = { index: 'under', direction: 'ascending' } as const;
          const ask = { where: { organisations: { in: ['o1', 'o2', 'Đ'] } }, order, limit: 7 };
          await expect(deferred.find(ask)).rejects.toBeInstanceOf(IndexMissing);
          for (const collection of [kept, deferred]) {
            await collection.write(
              [...first].map(([id, body]) => created(id, body)),
              owner,
            );
            const loaded = await collection.load(second.keys());
            await collection.write(
              [...second].map(([id, body]) => ({
                id,
                expected: loaded.get(id)?.position ?? 'absent',
                position: 2n ** 62n + 100n,
                body,
              })),
              owner,
            );
            await collection.buildIndexes();
          }
          expect(await dumped(deferred)).toEqual(await dumped(kept));
          expect(await everyPage(deferred, ask)).toEqual(await everyPage(kept, ask));
          const byYear = {
            where: {},
            order: { index: 'byYear', direction: 'descending' },
            limit: 50,
          } as const;
          expect(await deferred.find(byYear)).toEqual(await kept.find(byYear));
        }),
        { numRuns: 25 },
      );
    });

    it('are built when the collection is opened without deferring', async () => {
      await bench.store.collection<Card>(cards, { indexes: 'deferred' });
      const collection = await bench.store.collection<Card>(cards);
      expect(await collection.count({ index: 'byYear', where: {} })).toBe(0);
    });
  });
}
