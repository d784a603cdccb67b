export { backUpSubjectKeys } from './back-up';
export { openSqliteSubjectKeys } from './sqlite-subject-keys';
