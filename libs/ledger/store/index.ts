export type { KeptCheckpoint, LedgerStore, PlacedLeaf } from './ledger-store.port';
