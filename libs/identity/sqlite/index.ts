export { openSqliteSubjectKeys } from './sqlite-subject-keys';
