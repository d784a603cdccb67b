export { ExportedEvents } from './exported-events';
export { HistoryLedger } from './history-ledger';
export { serveLedger } from './ledger.routes';
export { LedgerResolver } from './ledger.resolver';
export { ProvedEvents } from './proved-events';
