export { EventStoreDouble } from './eventstore-double';
export { selfSigned } from './self-signed';
export type { AppendFault, Order, ReadFault } from './orders';
