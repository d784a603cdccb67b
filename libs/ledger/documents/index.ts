export { DocumentLedgerTrees, type DocumentLedgerTreesOptions } from './document-ledger-trees';
export { Turns } from './turns';
