export { Ledger, type LedgerOptions, type LedgerState } from './ledger';
export { LedgerBroken, type LedgerBreak } from './ledger-broken';
