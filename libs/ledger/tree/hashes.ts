import { EMPTY_ROOT, nodeHash } from '../hashing';
import { subtreesOf } from './ranges';
import type { Subtree } from './ranges';

/** The hashes of complete subtrees. */
export interface TreeHashes {
  /** In the order asked. @throws RangeError where a subtree is not complete yet */
  read(subtrees: readonly Subtree[]): Promise<readonly Uint8Array[]>;
}

/** The hash over leaves from `from` up to `to` (exclusive), as a node of the tree has it. */
export async function rangeHash(hashes: TreeHashes, from: number, to: number): Promise<Buffer> {
  if (from === to) return EMPTY_ROOT;
  return joined(await hashes.read(subtreesOf(from, to)));
}

/** The root of the tree of the first `size` leaves. */
export function rootOf(hashes: TreeHashes, size: number): Promise<Buffer> {
  return rangeHash(hashes, 0, size);
}

/** Of neighbours, the largest first: the last two are one level below what joins them with the one before. */
export function joined(subtrees: readonly Uint8Array[]): Buffer {
  const [last, ...others] = [...subtrees].reverse();
  if (last === undefined) return EMPTY_ROOT;
  return others.reduce<Buffer>((right, left) => nodeHash(left, right), Buffer.from(last));
}
