import { positionToString, toPosition } from '#event-log';
import { HASH_BYTES } from '../hashing';
import type { PlacedLeaf } from '../store';
import type { LeavesDocument } from './collections';
import { bytesOf } from './stored-tiles';

const POSITION_BYTES = 8;

/** The leaves of a tile, each with the place of its event. */
export function placesOf(document: LeavesDocument): readonly PlacedLeaf[] {
  const positions = Buffer.from(document.positions, 'base64');
  const hashes = bytesOf(document);
  return Array.from({ length: hashes.length / HASH_BYTES }, (_, at) => ({
    hash: hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
    position: toPosition(positions.readBigUInt64BE(at * POSITION_BYTES)),
  }));
}

/** A tile of leaves with more of them. */
export function withPlaces(
  before: LeavesDocument | undefined,
  index: number,
  added: readonly PlacedLeaf[],
): LeavesDocument {
  const leaves = [...(before === undefined ? [] : placesOf(before)), ...added];
  const positions = Buffer.alloc(leaves.length * POSITION_BYTES);
  for (const [at, { position }] of leaves.entries()) {
    positions.writeBigUInt64BE(position, at * POSITION_BYTES);
  }
  return {
    level: 0,
    index,
    first: positionToString(leaves[0]?.position ?? toPosition(0n)),
    positions: positions.toString('base64'),
    hashes: Buffer.concat(leaves.map(({ hash }) => hash)).toString('base64'),
  };
}
