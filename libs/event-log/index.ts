export * from './position';
export * from './event';
export * from './event-log.port';
export * from './errors';
export { MAX_APPEND_BYTES } from './serialise-append';
export { upcaster, Upcasters, type Upcaster } from './upcasting/upcasters';
export { upcasting } from './upcasting/upcasting.event-log';
export { requireWhole } from './require-whole';
export { inOwnStreams } from './own-streams';
