export { FileLedgerStore } from './file-ledger-store';
