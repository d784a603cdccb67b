import fc from 'fast-check';
import { toPosition } from '#event-log';
import { runs } from '#vocabulary/testing';
import { leafHash } from '../hashing';
import {
  consistencyProof,
  GrowingTree,
  inclusionProof,
  isConsistent,
  isIncluded,
  LeafHashes,
  rootOf,
} from '../tree';
import type { KeptCheckpoint, LedgerStore, PlacedLeaf } from '../store';

/** A place where a ledger is kept, empty at first: opened as often as there are processes after each other. */
export type LedgerPlace = () => Promise<LedgerStore>;

let told = 0;

/** Leaves of which no two are the same, at positions with gaps. */
function leavesAfter(before: readonly PlacedLeaf[], count: number): readonly PlacedLeaf[] {
  const last = before.at(-1)?.position ?? -1n;
  return Array.from({ length: count }, (_, at) => {
    told += 1;
    return { hash: leafHash(`leaf ${told}`), position: toPosition(last + 3n * BigInt(at + 1)) };
  });
}

/** At the edges of tiles. */
const SIZES = [1, 255, 256, 257, 65_535, 65_536, 65_537, 66_000];

const checkpointOf = (size: number, signatures = 1): KeptCheckpoint => ({
  size,
  note: `log\n${size}\n${leafHash('').toString('base64')}\n\n${'— log AAAAAAAA\n'.repeat(signatures)}`,
});

const bytesOf = (leaves: readonly PlacedLeaf[]) => Buffer.concat(leaves.map(({ hash }) => hash));

/** What every {@link LedgerStore} keeps to. */
export function ledgerStoreContract(name: string, newPlace: () => LedgerPlace): void {
  describe(`The store of a ledger in ${name}`, () => {
    let open: LedgerPlace;
    let store: LedgerStore;

    beforeEach(async () => {
      open = newPlace();
      store = await open();
    });
    afterEach(() => store.close());

    const reopened = async () => {
      await store.close();
      store = await open();
    };

    it('has nothing at first', async () => {
      expect(await store.size()).toBe(0);
      expect(await store.leaves(0, 10)).toHaveLength(0);
      expect(await store.positionOf(0)).toBeUndefined();
      expect(await store.indexOf(toPosition(0n))).toBeUndefined();
      expect(await store.latestCheckpoint()).toBeUndefined();
      expect(await store.checkpoints(0)).toEqual([]);
    });

    it('proves what it was given, over tiles of more than one level', async () => {
      const leaves = leavesAfter([], 66_000);
      await store.append(leaves);
      const growing = new GrowingTree();
      const trees = leaves.map(({ hash }) => {
        growing.add(hash);
        return SIZES.includes(growing.size) ? [{ size: growing.size, root: growing.root() }] : [];
      });
      const whole = { size: growing.size, root: growing.root() };
      for (const tree of trees.flat()) {
        const { size, root } = tree;
        expect(await rootOf(store, size)).toEqual(root);
        const included = await inclusionProof(store, size - 1, size);
        const leaf = leaves[size - 1]?.hash ?? Buffer.alloc(0);
        expect(isIncluded(leaf, size - 1, tree, included)).toBe(true);
        const consistent = await consistencyProof(store, size, whole.size);
        expect(isConsistent(tree, whole, consistent)).toBe(true);
      }
      await expect(rootOf(store, 66_001)).rejects.toThrow(RangeError);
    });

    it('has the leaves that it was given, wherever they are cut, forgotten and given anew', async () => {
      const step = fc.oneof(
        fc.record({
          kind: fc.constant('append' as const),
          count: fc.integer({ min: 1, max: 600 }),
        }),
        fc.record({
          kind: fc.constant('truncate' as const),
          share: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        fc.record({ kind: fc.constant('reopen' as const) }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 8 }), fc.nat(), async (steps, at) => {
          await reopenedEmpty();
          let leaves: readonly PlacedLeaf[] = [];
          for (const one of steps) {
            if (one.kind === 'reopen') await reopened();
            if (one.kind === 'append') {
              const added = leavesAfter(leaves, one.count);
              leaves = [...leaves, ...added];
              await store.append(added);
            }
            if (one.kind === 'truncate') {
              leaves = leaves.slice(0, Math.floor(leaves.length * one.share));
              await store.truncate(leaves.length);
            }
          }
          await expectLeaves(leaves, at);
        }),
        { numRuns: runs(20) },
      );
    });

    it('keeps one checkpoint of each size, in order, for good', async () => {
      for (const size of [1, 5, 300]) await store.keepCheckpoint(checkpointOf(size));
      expect(await store.latestCheckpoint()).toEqual(checkpointOf(300));
      await reopened();
      expect(await store.latestCheckpoint()).toEqual(checkpointOf(300));
      expect(await store.checkpoints(0)).toEqual([1, 5, 300].map((size) => checkpointOf(size)));
      expect(await store.checkpoints(5)).toEqual([5, 300].map((size) => checkpointOf(size)));
      expect(await store.checkpoints(301)).toEqual([]);
    });

    it('takes cosignatures that come when the next one is signed already', async () => {
      for (const size of [1, 5]) await store.keepCheckpoint(checkpointOf(size));
      await store.keepCheckpoint(checkpointOf(1, 2));
      for (const again of [() => undefined, reopened]) {
        await again();
        expect(await store.latestCheckpoint()).toEqual(checkpointOf(5));
        expect(await store.checkpoints(0)).toEqual([checkpointOf(1, 2), checkpointOf(5)]);
      }
    });

    async function reopenedEmpty(): Promise<void> {
      await store.close();
      open = newPlace();
      store = await open();
    }

    async function expectLeaves(leaves: readonly PlacedLeaf[], at: number): Promise<void> {
      const size = leaves.length;
      expect(await store.size()).toBe(size);
      const from = size === 0 ? 0 : at % size;
      const bytes = bytesOf(leaves);
      expect((await store.leaves(0, size + 5)).equals(bytes)).toBe(true);
      expect((await store.leaves(from, 300)).equals(bytesOf(leaves.slice(from, from + 300)))).toBe(
        true,
      );
      expect(await rootOf(store, size)).toEqual(await rootOf(new LeafHashes(bytes), size));
      expect(await store.positionOf(size)).toBeUndefined();
      const leaf = leaves[from];
      if (leaf === undefined) return;
      expect(await store.positionOf(from)).toBe(leaf.position);
      expect(await store.indexOf(leaf.position)).toBe(from);
      expect(await store.indexOf(toPosition(leaf.position + 1n))).toBeUndefined();
    }
  });
}
