export { EventStoreDouble } from './eventstore-double';
export type { AppendFault, ReadFault, Report } from './orders';
