export * from './position';
export * from './event';
export * from './event-log.port';
export * from './errors';
export { isOurs } from './envelope';
export { MAX_APPEND_BYTES } from './serialise-append';
export { upcaster, Upcasters, type Upcaster } from './upcasting/upcasters';
export { upcasting } from './upcasting/upcasting.event-log';
export { inOwnStream, inOwnStreams } from './own-streams';
