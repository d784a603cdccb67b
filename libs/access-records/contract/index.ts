export {
  accessRecordsContract,
  look,
  type AccessRecordsPlace,
} from './access-record-store.contract';
