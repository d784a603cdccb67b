import type { LedgerStore } from './ledger-store.port';

/** What can be read of a tree by a process that does not keep it, beside one that does. */
export type KeptTree = Pick<
  LedgerStore,
  'leaves' | 'placed' | 'positionOf' | 'latestCheckpoint' | 'checkpoints'
>;

/**
 * The trees of a ledger, numbered from 1. Beside each one from the second on is kept, signed by its key, what it follows:
 * `accepting` until that is recorded, then `accepted`.
 */
export interface LedgerTrees {
  /** Whether other processes may keep them, too: then a key that is missing here may be there. */
  readonly isShared: boolean;
  /** To be awaited before anything else, by whoever keeps them. */
  begin(): Promise<void>;
  /** The highest there is. */
  last(): Promise<number>;
  /** To be kept and read; closed with the trees. */
  storeOf(tree: number): LedgerStore;
  /** To be read, whoever keeps it. */
  read(tree: number): KeptTree;
  /** What a tree follows, as it was signed; nothing for the first one, and for one that there is not. */
  accepted(tree: number): Promise<string | undefined>;
  /** The same, where it is not known to be recorded. */
  accepting(tree: number): Promise<string | undefined>;
  /** Durable when it resolves. */
  accept(tree: number, note: string): Promise<void>;
  /** It is recorded: the tree is the present one. */
  follow(tree: number, note: string): Promise<void>;
  close(): Promise<void>;
}
