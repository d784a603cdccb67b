export { leavesOf, type FollowedLeaf, type LeafSource } from './leaf-source';
export { Ledger, type LedgerOptions, type LedgerState } from './ledger';
export { LedgerBroken, type LedgerBreak } from './ledger-broken';
export { LogBehind } from './stores-changed';
export { LedgerUpkeep, type Elapsed, type UpkeepOptions, type UpkeepWatch } from './ledger-upkeep';
