export { FileLedgerStore } from './file-ledger-store';
export { TreesOnDisk } from './trees-on-disk';
