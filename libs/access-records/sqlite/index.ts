export { backUpAccessRecords } from './back-up';
export { openSqliteAccessRecords } from './sqlite-access-records';
