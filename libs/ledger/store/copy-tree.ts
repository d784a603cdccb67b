import type { LedgerStore } from './ledger-store.port';
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
    const leaves = await from.placed(await to.size(), AT_ONCE);
    if (leaves.length === 0) break;
    await to.append(leaves);
  }
  for (const checkpoint of checkpoints) await to.keepCheckpoint(checkpoint);
}
