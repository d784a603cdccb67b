import { createHash } from 'node:crypto';
import { toPosition } from '#event-log';
import { hashTile, inclusionProof, tilePath, TileHashes } from '#ledger';
import { FileLedgerStore } from '#ledger/files';
import type { Round } from './part';
import { servePart } from './serve-part';

export interface TreeOptions {
  readonly folder: string;
  readonly leaves: number;
}

export interface ProofRound extends Round {
  /** The most in one proof. */
  readonly hashes: number;
  /** The most that a client reads for one, where all it has are tiles. */
  readonly tiles: number;
}

const PROOFS = 1_000;
/** Proofs made from tiles: a client makes them one at a time. */
const FROM_TILES = 50;
const PORTION = 4_096;

servePart(async ({ folder, leaves }: TreeOptions) => {
  const store = new FileLedgerStore(folder);
  for (let from = 0; from < leaves; from += PORTION) {
    const count = Math.min(PORTION, leaves - from);
    await store.append(Array.from({ length: count }, (_, at) => leaf(from + at)));
  }
  return { ready: undefined, ask: () => prove(store, leaves), close: () => store.close() };
});

function leaf(index: number) {
  return {
    hash: createHash('sha256').update(String(index)).digest(),
    position: toPosition(BigInt(index + 1)),
  };
}

/** One after the other, all over the tree. */
async function prove(store: FileLedgerStore, size: number): Promise<ProofRound> {
  const indices = Array.from({ length: PROOFS }, (_, at) =>
    Math.floor(((at + 0.5) * size) / PROOFS),
  );
  let hashes = 0;
  const start = performance.now();
  for (const index of indices) {
    hashes = Math.max(hashes, (await inclusionProof(store, index, size)).length);
  }
  const seconds = (performance.now() - start) / 1000;
  let tiles = 0;
  for (const index of indices.slice(0, FROM_TILES)) {
    const read = new Set<string>();
    const fromTiles = new TileHashes(size, (tile) => {
      read.add(tilePath(tile));
      return hashTile(store, tile);
    });
    await inclusionProof(fromTiles, index, size);
    tiles = Math.max(tiles, read.size);
  }
  return { units: PROOFS, seconds, hashes, tiles };
}
