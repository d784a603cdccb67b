export { canonicalJson } from './canonical-json';
export { entryOf, leafOf, type StoredEvent } from './entry';
export { HASH_BYTES, hashesIn, leafHash } from './hashing';
export * from './note';
export * from './tree';
export * from './store';
export * from './upkeep';
export * from './export';
