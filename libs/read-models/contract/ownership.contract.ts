import { Fenced, WriteConflict, type Batch } from '..';
import { card, created, type Bench } from './fixtures';

export function ownershipContract(bench: Bench): void {
  describe('ownership', () => {
    const acquire = (
      holder: string,
      now: number,
      projection = 'cards@1',
    ): ReturnType<typeof bench.store.lease.acquire> =>
      bench.store.lease.acquire({ projection, holder, ttlMs: 100, now });

    it('is given to one holder until it expires or is released, each time with a higher epoch', async () => {
      expect(await acquire('first', 0)).toEqual({
        projection: 'cards@1',
        holder: 'first',
        epoch: 1,
      });
      expect(await acquire('second', 99)).toBeUndefined();
      const second = await acquire('second', 100);
      expect(second?.epoch).toBe(2);
      expect(await bench.store.lease.current('cards@1')).toEqual({ ...second, expiresAt: 200 });
      if (second !== undefined) await bench.store.lease.release(second);
      expect(await bench.store.lease.current('cards@1')).toBeUndefined();
      expect((await acquire('first', 101))?.epoch).toBe(3);
      expect((await acquire('first', 0, 'members@1'))?.epoch).toBe(1);
    });

    it('is given to one of many who race for it', async () => {
      const won = await Promise.all(
        Array.from({ length: 20 }, (_, at) => acquire(`holder ${at}`, 0)),
      );
      expect(won.filter((owner) => owner !== undefined)).toHaveLength(1);
    });

    it('is kept by renewing, also late if nobody took it', async () => {
      const first = await bench.owner();
      await bench.store.lease.renew(first, { ttlMs: 100, now: 5000 });
      expect(await acquire('second', 5099)).toBeUndefined();
      expect(await acquire('second', 5100)).toBeDefined();
      await expect(
        bench.store.lease.renew(first, { ttlMs: 100, now: 5101 }),
      ).rejects.toBeInstanceOf(Fenced);
      await bench.store.lease.release(first);
      expect((await bench.store.lease.current('cards@1'))?.holder).toBe('second');
    });

    it('fences every write of a former owner', async () => {
      const { store } = bench;
      const collection = await bench.cards();
      const superseded = await bench.owner('cards@1', 'first');
      const restarted = await bench.owner('cards@1', 'first');
      const released = await bench.owner('members@1');
      await store.lease.release(released);
      const never = { projection: 'pledges@1', holder: 'first', epoch: 1 };
      await collection.write([created('a', card())], restarted);

      for (const owner of [superseded, released, never]) {
        const progress = store.checkpoint(owner.projection);
        const writes = [
          () => collection.write([created('b', card())], owner),
          () => store.commit({ owner, writes: [], checkpoint: { position: 9n } }),
          () => progress.save({ position: 9n }, owner),
          () => store.forget(owner),
          () => collection.deleteAll(owner),
        ];
        for (const write of writes) await expect(write()).rejects.toBeInstanceOf(Fenced);
        expect(await progress.load()).toBeUndefined();
      }
      await expect(
        store.checkpoint('other@1').save({ position: 1n }, restarted),
      ).rejects.toBeInstanceOf(Fenced);
      expect([...(await collection.load(['a', 'b'])).keys()]).toEqual(['a']);
    });
  });

  describe('a batch', () => {
    it('writes documents of several collections, and the checkpoint', async () => {
      const { store } = bench;
      const [cards, otherCards, owner] = [
        await bench.cards(),
        await bench.cards(),
        await bench.owner(),
      ];
      const checkpoint = {
        position: 2n ** 60n + 1n,
        recordedAt: '2024-02-01T00:00:00.000+07:00',
        events: 12,
      };
      await store.commit({
        owner,
        writes: [
          { collection: cards, changes: [created('a', card())] },
          {
            collection: { name: otherCards.name, version: otherCards.version },
            changes: [created('b', card())],
          },
        ],
        checkpoint,
      });
      expect([
        (await cards.load(['a', 'b'])).size,
        (await otherCards.load(['a', 'b'])).size,
      ]).toEqual([1, 1]);
      expect(await store.checkpoint('cards@1').load()).toEqual(checkpoint);
      expect(await store.checkpoint('cards@2').load()).toBeUndefined();
    });

    it('does not pass its checkpoint when a document conflicts, and heals when it is applied again', async () => {
      const { store } = bench;
      const [cards, otherCards, owner] = [
        await bench.cards(),
        await bench.cards(),
        await bench.owner(),
      ];
      await otherCards.write([created('b', card())], owner);
      const batch = (expected: bigint | 'absent', a: bigint | 'absent'): Batch => ({
        owner,
        writes: [
          { collection: cards, changes: [{ id: 'a', expected: a, position: 5n, body: card() }] },
          {
            collection: otherCards,
            changes: [{ id: 'b', expected, position: 5n, body: card({ year: 2025 }) }],
          },
        ],
        checkpoint: { position: 5n },
      });
      const failure: unknown = await store
        .commit(batch('absent', 'absent'))
        .catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(WriteConflict);
      expect(failure).toMatchObject({
        conflicts: [{ name: otherCards.name, version: otherCards.version, ids: ['b'] }],
      });
      expect(await store.checkpoint('cards@1').load()).toBeUndefined();

      const reloaded = (await cards.load(['a'])).get('a')?.position ?? 'absent';
      await store.commit(batch(1n, reloaded));
      expect(await store.checkpoint('cards@1').load()).toEqual({ position: 5n });
    });

    it('is forgotten with its checkpoint, but not the epoch', async () => {
      const { store } = bench;
      const owner = await bench.owner();
      await store.commit({
        owner,
        writes: [],
        checkpoint: { position: 4n },
      });
      await store.forget(owner);
      expect(await store.checkpoint('cards@1').load()).toBeUndefined();
      expect((await bench.owner()).epoch).toBe(owner.epoch + 1);
    });
  });
}
