export { ConnectionStringInvalid } from './errors';
export type { Credentials } from './connection-string';
export {
  openEventStoreDbEventLog,
  type OpenEventStoreDbEventLogOptions,
} from './open-eventstoredb-event-log';
