import { toPosition } from '#event-log';
import { HASH_BYTES } from '../hashing';
import type { PlacedLeaf } from '../store';
import { POSITION_BYTES } from './file-names';

/** Leaves from both files; a crash may have come between the two. */
export function placedRecords(hashes: Buffer, positions: Buffer): readonly PlacedLeaf[] {
  const count = Math.min(hashes.length / HASH_BYTES, positions.length / POSITION_BYTES);
  return Array.from({ length: count }, (_, at) => ({
    hash: hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
    position: toPosition(positions.readBigUInt64BE(at * POSITION_BYTES)),
  }));
}
