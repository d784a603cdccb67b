export { AccessRecords } from './access-records';
export { serveAccessRecords } from './access-records.routes';
export { AccessRecordsResolver } from './access-records.resolver';
