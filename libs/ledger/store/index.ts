export { copyTree } from './copy-tree';
export { LedgerFollowed } from './ledger-followed';
export type { KeptCheckpoint, LedgerStore, PlacedLeaf } from './ledger-store.port';
export type { KeptTree, LedgerTrees } from './ledger-trees.port';
