import { HASH_BYTES } from '../hashing';
import type { LedgerStore, PlacedLeaf } from './ledger-store.port';
import type { KeptTree } from './ledger-trees.port';

const AT_ONCE = 8_192;

/**
 * Leaves that are not there yet, and all that was signed, also while others write it. Begun again after a crash, it goes
 * on.
 */
export async function copyTree(from: KeptTree, to: LedgerStore): Promise<void> {
  // The leaves, which only grow, are those of all that was signed until now.
  const checkpoints = await from.checkpoints(0);
  for (;;) {
    const size = await to.size();
    const hashes = await from.leaves(size, AT_ONCE);
    if (hashes.length === 0) break;
    const leaves: PlacedLeaf[] = [];
    for (let at = 0; at < hashes.length / HASH_BYTES; at += 1) {
      const position = await from.positionOf(size + at);
      // A crash came between the two: the log tells it again.
      if (position === undefined) break;
      leaves.push({ hash: hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES), position });
    }
    if (leaves.length === 0) break;
    await to.append(leaves);
  }
  for (const checkpoint of checkpoints) await to.keepCheckpoint(checkpoint);
}
