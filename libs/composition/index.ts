export { ReadModelSources } from './decision-sources';
export {
  ACCESS_RECORDS,
  accessRecordsFolder,
  openAccessRecords,
  type KeptAccessRecords,
} from './kept-access-records';
export { LEDGER, ledgerFolder, openLedgerTrees, openLedgerTreesToRead } from './ledger-trees';
export { createLogger } from './logger';
export {
  besideReadModels,
  filePath,
  isEventStoreDb,
  openCopy,
  openEventLog,
  openLogToCopy,
  openLogToRead,
  openReadModels,
  openStoredLogToRead,
  sqlitePath,
  type EventLogSettings,
} from './open-stores';
export { processesOf } from './processes';
export { runProgram, type Start } from './run-program';
export { openService, type Service, type ServiceSettings } from './service';
export * from './settings';
export { areSubjectKeysInServer, openSubjectVault, subjectKeysFile } from './subject-vault';
export type { Stopping } from './stopping';
export { currentStreamNames } from './versions';
export { complain, reasonOf, say, sayRow, terminalCommand } from './terminal';
