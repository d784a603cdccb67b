export { EventStoreDouble } from './eventstore-double';
export type { AppendFault, Order, ReadFault } from './orders';
