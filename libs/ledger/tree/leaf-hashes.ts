import { HASH_BYTES } from '../hashing';
import type { TreeHashes } from './hashes';
import type { Subtree } from './ranges';
import { GrowingTree } from './growing-tree';

/** The tree over leaves that are all at hand, 32 bytes each. */
export class LeafHashes implements TreeHashes {
  constructor(private readonly leaves: Uint8Array) {}

  get size(): number {
    return this.leaves.length / HASH_BYTES;
  }

  leaf(index: number): Uint8Array {
    return this.leaves.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);
  }

  read(subtrees: readonly Subtree[]): Promise<readonly Uint8Array[]> {
    return Promise.resolve(subtrees.map((subtree) => this.hashOf(subtree)));
  }

  private hashOf({ level, index }: Subtree): Uint8Array {
    const [from, to] = [index * 2 ** level, (index + 1) * 2 ** level];
    if (to > this.size) throw new RangeError(`Leaves ${from} to ${to} are not all there`);
    if (level === 0) return this.leaf(index);
    return GrowingTree.over(this.leaves.subarray(from * HASH_BYTES, to * HASH_BYTES)).root();
  }
}
