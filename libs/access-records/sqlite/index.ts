export { openSqliteAccessRecords } from './sqlite-access-records';
