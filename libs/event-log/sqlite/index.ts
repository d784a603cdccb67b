export { backUpSqliteEventLog } from './back-up';
export { LogFileUnusable, LogOwnedByAnother } from './errors';
export { openSqliteEventLog, type OpenSqliteEventLogOptions } from './open-sqlite-event-log';
export { keepToOwner, makeFolderOf } from './owner-only';
export type { SqliteEventLog } from './sqlite-event-log';
