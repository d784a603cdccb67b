export { Ledger, type LedgerOptions, type LedgerState } from './ledger';
export { LedgerBroken, type LedgerBreak } from './ledger-broken';
export { LedgerUpkeep, type Elapsed, type UpkeepOptions, type UpkeepWatch } from './ledger-upkeep';
