export { DocumentLedgerTrees, type DocumentLedgerTreesOptions } from './document-ledger-trees';
