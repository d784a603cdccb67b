import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { runs } from '#vocabulary/testing';
import { leafHash } from './hashing';
import {
  checkpointText,
  readCheckpoint,
  readVerifierKey,
  signaturesOf,
  Signer,
  writeNote,
} from './note';
import { goVerifier } from './testing/go-verifier';
import type { ToldToGo } from './testing/go-verifier';
import {
  consistencyProof,
  entryBundle,
  hashTile,
  inclusionProof,
  LeafHashes,
  rootOf,
  tilePath,
  TILE_WIDTH,
} from './tree';

const go = goVerifier();
const whereGoIs = go.missing === undefined ? describe : describe.skip;
const why = go.missing === undefined ? '' : ` (skipped: ${go.missing})`;

const base64 = (hashes: readonly Uint8Array[]) =>
  hashes.map((hash) => Buffer.from(hash).toString('base64'));

/** A tree, with the sizes and the leaf of it that are asked about. */
interface Asked {
  readonly entries: readonly string[];
  readonly sizes: readonly number[];
  readonly at: number;
}

const trees: fc.Arbitrary<Asked> = fc
  .array(fc.string({ unit: 'grapheme', maxLength: 40 }), { minLength: 1, maxLength: 700 })
  .chain((entries) =>
    fc.record({
      entries: fc.constant(entries),
      sizes: fc.array(fc.integer({ min: 1, max: entries.length }), {
        minLength: 2,
        maxLength: 12,
      }),
      at: fc.nat(),
    }),
  );

async function told({ entries, sizes, at }: Asked): Promise<ToldToGo> {
  const hashes = new LeafHashes(Buffer.concat(entries.map((entry) => leafHash(entry))));
  const log = new Signer('four-good.test/log', generateKeyPairSync('ed25519').privateKey);
  const roots = await Promise.all(
    sizes.map(async (size) => ({ size, root: await rootOf(hashes, size) })),
  );
  return {
    entries: entries.map((entry) => Buffer.from(entry).toString('base64')),
    roots: roots.map(({ size, root }) => ({ size, hash: root.toString('base64') })),
    inclusions: await Promise.all(
      sizes.map(async (size) => {
        const index = at % size;
        return { size, index, hashes: base64(await inclusionProof(hashes, index, size)) };
      }),
    ),
    consistency: await Promise.all(
      sizes.map(async (size) => {
        const [from, to] = [Math.min(size, sizes[0] ?? 1), Math.max(size, sizes[0] ?? 1)];
        return { from, to, hashes: base64(await consistencyProof(hashes, from, to)) };
      }),
    ),
    tiles: await Promise.all(
      tilesOf(entries.length).map(async (tile) => ({
        ...tile,
        path: tilePath(tile),
        data: (await hashTile(hashes, tile)).toString('base64'),
      })),
    ),
    bundles: tilesOf(entries.length)
      .filter(({ level }) => level === 0)
      .map(({ index, width }) => {
        const first = index * TILE_WIDTH;
        const data = entryBundle(entries.slice(first, first + width)).toString('base64');
        return { first, data };
      }),
    notes: roots.map(({ size, root }) => {
      const text = checkpointText({ origin: 'four-good.test/log', size, root });
      const witness = new Signer(
        'witness.test',
        generateKeyPairSync('ed25519').privateKey,
        'COSIGNATURE',
      );
      const note = writeNote({ text, signatures: [log.sign(text), witness.sign(text, 1)] });
      return { note, key: log.verifierKey.text, text };
    }),
  };
}

/** All that a tree of this size has. */
function tilesOf(size: number) {
  return [0, 1].flatMap((level) => {
    const hashes = Math.floor(size / TILE_WIDTH ** level);
    return Array.from({ length: Math.ceil(hashes / TILE_WIDTH) }, (_, index) => ({
      level,
      index,
      width: Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH),
    }));
  });
}

whereGoIs(`Go${why}`, () => {
  it('has the same roots, proofs, tiles and bundles, and reads our notes as we read its', async () => {
    await fc.assert(
      fc.asyncProperty(trees, async (asked) => {
        const ours = await told(asked);
        const { problems, note, key } = go.ask(ours);
        expect(problems).toEqual([]);
        const signed = readCheckpoint(note);
        const whole = ours.entries.map((entry) => leafHash(Buffer.from(entry, 'base64')));
        expect(signed.size).toBe(whole.length);
        expect(signed.root).toEqual(
          await rootOf(new LeafHashes(Buffer.concat(whole)), whole.length),
        );
        expect(signaturesOf(signed.note, readVerifierKey(key))).toHaveLength(1);
      }),
      { numRuns: runs(25) },
    );
  });

  it('tells a root, a proof, a tile and a note that were changed', async () => {
    const ours = await told({ entries: ['a', 'b', 'c', 'd', 'e'], sizes: [5, 3], at: 1 });
    const other = leafHash('another').toString('base64');
    const changed: ToldToGo = {
      ...ours,
      roots: [{ size: 5, hash: other }],
      inclusions: ours.inclusions.map((proof) => ({ ...proof, hashes: [other] })),
      consistency: ours.consistency.map((proof) => ({ ...proof, hashes: [other] })),
      tiles: ours.tiles.map((tile) => ({ ...tile, data: other })),
      notes: ours.notes.map((note) => ({ ...note, note: note.note.replace('\n5\n', '\n6\n') })),
    };
    const { problems } = go.ask(changed);
    for (const what of ['root of 5', '1 in 5', 'from 3 to 5', 'tile 0/000', 'note']) {
      expect(problems.join('\n')).toContain(what);
    }
  });
});
