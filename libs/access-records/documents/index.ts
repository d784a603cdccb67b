export {
  DocumentAccessRecords,
  type DocumentAccessRecordsOptions,
} from './document-access-records';
