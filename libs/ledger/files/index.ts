export { FileLedgerStore } from './file-ledger-store';
export { FileLedgerTrees } from './file-ledger-trees';
export { TreesOnDisk } from './trees-on-disk';
