export { FileLedgerStore } from './file-ledger-store';
export { writeWhole } from './whole-file';
