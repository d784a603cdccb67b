export { ledgerStoreContract, type LedgerPlace } from './ledger-store.contract';
