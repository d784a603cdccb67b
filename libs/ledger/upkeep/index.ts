export { leavesOf, type FollowedLeaf, type LeafSource } from './leaf-source';
export { Ledger, type LedgerOptions, type LedgerState } from './ledger';
export { LedgerBroken, type LedgerBreak } from './ledger-broken';
export { LedgerUpkeep, type Elapsed, type UpkeepOptions, type UpkeepWatch } from './ledger-upkeep';
