export {
  entryOfRecord,
  recordOf,
  type AccessKind,
  type AccessRecord,
  type NewAccessRecord,
} from './access-record';
export type {
  AccessRecordFilter,
  AccessRecordQuery,
  AccessRecordStore,
  FoundRecord,
  KeptRecord,
} from './access-record-store.port';
export { AccessNotRecorded, AccessRecorder, type Reader, type Reading } from './access-recorder';
export { leavesOfRecords } from './leaves-of-records';
