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
import type { KeptCheckpoint, LedgerStore, LedgerTrees, PlacedLeaf } from '../store';

/** A place where a ledger is kept, empty at first: opened as often as there are processes after each other. */
export type LedgerPlace = () => Promise<LedgerTrees>;

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

/** What every {@link LedgerStore} and its {@link LedgerTrees} keep to. */
export function ledgerStoreContract(name: string, newPlace: () => LedgerPlace): void {
  describe(`The store of a ledger in ${name}`, () => {
    let open: LedgerPlace;
    let trees: LedgerTrees;
    let store: LedgerStore;

    const opened = async () => {
      trees = await open();
      store = trees.storeOf(1);
    };
    beforeEach(async () => {
      open = newPlace();
      await opened();
    });
    afterEach(() => trees.close());

    const reopened = async () => {
      await trees.close();
      await opened();
    };
    const append = (leaves: readonly PlacedLeaf[]) => store.exclusively(() => store.append(leaves));
    const keepCheckpoint = (checkpoint: KeptCheckpoint) =>
      store.exclusively(() => store.keepCheckpoint(checkpoint));

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
      await append(leaves);
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
              await append(added);
            }
            if (one.kind === 'truncate') {
              leaves = leaves.slice(0, Math.floor(leaves.length * one.share));
              const { length } = leaves;
              await store.exclusively(() => store.truncate(length));
            }
          }
          await expectLeaves(leaves, at);
        }),
        { numRuns: runs(20) },
      );
    });

    it('keeps one checkpoint of each size, in order, for good', async () => {
      for (const size of [1, 5, 300]) await keepCheckpoint(checkpointOf(size));
      expect(await store.latestCheckpoint()).toEqual(checkpointOf(300));
      await reopened();
      expect(await store.latestCheckpoint()).toEqual(checkpointOf(300));
      expect(await store.checkpoints(0)).toEqual([1, 5, 300].map((size) => checkpointOf(size)));
      expect(await store.checkpoints(5)).toEqual([5, 300].map((size) => checkpointOf(size)));
      expect(await store.checkpoints(301)).toEqual([]);
      for (const [from, size] of [
        [0, 1],
        [1, 1],
        [2, 5],
        [6, 300],
        [300, 300],
      ] as const) {
        expect(await store.firstCheckpoint(from)).toEqual(checkpointOf(size));
      }
      expect(await store.firstCheckpoint(301)).toBeUndefined();
    });

    it('takes cosignatures that come when the next one is signed already', async () => {
      for (const size of [1, 5]) await keepCheckpoint(checkpointOf(size));
      await keepCheckpoint(checkpointOf(1, 2));
      for (const again of [() => undefined, reopened]) {
        await again();
        expect(await store.latestCheckpoint()).toEqual(checkpointOf(5));
        expect(await store.checkpoints(0)).toEqual([checkpointOf(1, 2), checkpointOf(5)]);
      }
    });

    it('gives what the work gives that writes, and ends it with its failure', async () => {
      expect(await store.exclusively(() => Promise.resolve(5))).toBe(5);
      const failing = store.exclusively(() => Promise.reject(new Error('no')));
      await expect(failing).rejects.toThrow('no');
      expect(await store.exclusively(() => Promise.resolve(6))).toBe(6);
    });

    it('has trees that follow each other, each with leaves and checkpoints of its own', async () => {
      const [before, after] = [leavesAfter([], 300), leavesAfter([], 5)];
      await append(before);
      await keepCheckpoint(checkpointOf(300));
      expect(await trees.last()).toBe(1);
      expect(await trees.accepted(2)).toBeUndefined();
      await trees.accept(2, 'what it follows');
      for (const again of [() => undefined, reopened]) {
        await again();
        expect(await trees.accepting(2)).toBe('what it follows');
        expect(await trees.last()).toBe(1);
      }
      await trees.follow(2, 'what it follows');
      const next = trees.storeOf(2);
      await next.exclusively(async () => {
        await next.append(after);
        await next.keepCheckpoint(checkpointOf(5));
      });
      for (const again of [() => undefined, reopened]) {
        await again();
        expect(await trees.last()).toBe(2);
        expect([await trees.accepted(1), await trees.accepted(2)]).toEqual([
          undefined,
          'what it follows',
        ]);
        expect(await trees.accepting(2)).toBeUndefined();
        for (const [tree, leaves] of [before, after].entries()) {
          const size = leaves.length;
          for (const read of [trees.storeOf(tree + 1), trees.read(tree + 1)]) {
            expect((await read.leaves(0, 1_000)).equals(bytesOf(leaves))).toBe(true);
            expect(await read.checkpoints(0)).toEqual([checkpointOf(size)]);
            expect(await read.latestCheckpoint()).toEqual(checkpointOf(size));
            expect(await read.placed(0, 1_000)).toEqual(leaves);
            expect(await read.placed(2, 260)).toEqual(leaves.slice(2, 262));
            expect(await read.placed(size, 5)).toEqual([]);
            expect(await read.positionOf(size - 1)).toBe(leaves.at(-1)?.position);
            expect(await read.positionOf(size)).toBeUndefined();
          }
        }
      }
    });

    async function reopenedEmpty(): Promise<void> {
      await trees.close();
      open = newPlace();
      await opened();
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
