export * from './position';
export * from './event';
export * from './event-log.port';
export * from './errors';
export { MAX_APPEND_BYTES, serialiseAppend, type SerialisedEvent } from './serialise-append';
export { readAllBySlices, readStreamBySlices } from './read-by-slices';
export { upcaster, Upcasters, type Upcaster } from './upcasting/upcasters';
export { upcasting } from './upcasting/upcasting.event-log';
