export { LedgerKeys, type PublishedKey } from './ledger-keys';
