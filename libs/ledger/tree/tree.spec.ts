import fc from 'fast-check';
import { EMPTY_ROOT, HASH_BYTES, leafHash } from '../hashing';
import {
  consistencyProof,
  entriesOf,
  entryBundle,
  GrowingTree,
  hashTile,
  inclusionProof,
  isConsistent,
  isIncluded,
  LeafHashes,
  rootOf,
  TileHashes,
  tilePath,
} from '.';

/** The entries and roots with which implementations of RFC 6962 are compared. */
const ENTRIES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const leavesOf = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, at) => leafHash(`entry ${at}`));
const treeOf = (leaves: readonly Uint8Array[]): LeafHashes => new LeafHashes(Buffer.concat(leaves));

const tree = async (leaves: readonly Uint8Array[], size: number) => ({
  size,
  root: await rootOf(treeOf(leaves), size),
});

describe('The tree', () => {
  it.each(ROOTS.map((root, size) => ({ size, root })))(
    'of the first $size entries of RFC 6962 has the root that all compute',
    async ({ size, root }) => {
      const leaves = ENTRIES.slice(0, size).map((entry) => leafHash(Buffer.from(entry, 'hex')));
      const growing = new GrowingTree();
      for (const leaf of leaves) growing.add(leaf);
      expect(growing.root().toString('hex')).toBe(root);
      expect((await rootOf(treeOf(leaves), size)).toString('hex')).toBe(root);
    },
  );

  it('proves each leaf in each tree that it is in, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 600 }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        async (count, at, upTo, bit) => {
          const leaves = leavesOf(count);
          const index = at % count;
          const size = index + 1 + (upTo % (count - index));
          const proof = await inclusionProof(treeOf(leaves), index, size);
          const known = await tree(leaves, size);
          const leaf = leaves[index] as Uint8Array;
          expect(isIncluded(leaf, index, known, proof)).toBe(true);
          expect(isIncluded(flipped(leaf, bit), index, known, proof)).toBe(false);
          const changed = proof.map((_, which) =>
            proof.map((hash, one) => (one === which ? flipped(hash, bit) : hash)),
          );
          expect(changed.filter((other) => isIncluded(leaf, index, known, other))).toEqual([]);
          expect(isIncluded(leaf, index, known, [...proof, EMPTY_ROOT])).toBe(false);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('proves that it begins with each earlier one, and with no other', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 600 }),
        fc.nat(),
        fc.nat(),
        async (to, at, bit) => {
          const from = 1 + (at % to);
          const leaves = leavesOf(to);
          const proof = await consistencyProof(treeOf(leaves), from, to);
          const [first, second] = [await tree(leaves, from), await tree(leaves, to)];
          expect(isConsistent(first, second, proof)).toBe(true);
          const changed = { ...first, root: flipped(first.root, bit) };
          expect(isConsistent(changed, second, proof)).toBe(false);
          const grown = { ...second, root: flipped(second.root, bit) };
          expect(isConsistent(first, grown, proof)).toBe(false);
          const rewritten = [flipped(leaves[0] as Uint8Array, bit), ...leaves.slice(1)];
          const otherProof = await consistencyProof(treeOf(rewritten), from, to);
          expect(isConsistent(first, await tree(rewritten, to), otherProof)).toBe(false);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is told by tiles as it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3_000 }), fc.nat(), async (size, at) => {
        const leaves = treeOf(Array.from({ length: size }, (_, n) => leafHash(String(n))));
        const read = new Set<string>();
        const tiles = new TileHashes(size, (tile) => {
          read.add(tilePath(tile));
          return hashTile(leaves, tile);
        });
        const index = at % size;
        expect(await rootOf(tiles, size)).toEqual(await rootOf(leaves, size));
        read.clear();
        expect(await inclusionProof(tiles, index, size)).toEqual(
          await inclusionProof(leaves, index, size),
        );
        expect(read.size).toBeLessThanOrEqual(6);
      }),
      { numRuns: 10, examples: [[70_000, 65_535]] },
    );
  });

  it('has no proof of a leaf that it has not, nor of a tree larger than itself', async () => {
    const leaves = treeOf(leavesOf(3));
    await expect(inclusionProof(leaves, 3, 3)).rejects.toThrow(RangeError);
    await expect(inclusionProof(leaves, 0, 4)).rejects.toThrow(RangeError);
    await expect(consistencyProof(leaves, 3, 2)).rejects.toThrow(RangeError);
  });
});

describe('A tile', () => {
  it.each([
    [{ level: 0, index: 0, width: 256 }, '0/000'],
    [{ level: 0, index: 273, width: 112 }, '0/273.p/112'],
    [{ level: 2, index: 1_234_067, width: 256 }, '2/x001/x234/067'],
  ])('%j is at %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path);
  });

  it('of entries gives them back', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 200 })), (entries) => {
        expect(entriesOf(entryBundle(entries))).toEqual(entries);
      }),
    );
    expect(() => entriesOf(Buffer.from([0, 5, 1]))).toThrow(RangeError);
  });
});

function flipped(hash: Uint8Array, bit: number): Buffer {
  const other = Buffer.from(hash);
  const at = bit % (HASH_BYTES * 8);
  other[at >> 3] = (other[at >> 3] ?? 0) ^ (1 << (at & 7));
  return other;
}
