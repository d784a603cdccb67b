export { DocumentLedgerStore } from './document-ledger-store';
export { LEDGER_LEASE, type Owner } from './kept-documents';
