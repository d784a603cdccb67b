export { canonicalJson } from './canonical-json';
export { entryOf, leafOf, type StoredEvent } from './entry';
export { EMPTY_ROOT, HASH_BYTES, leafHash, nodeHash } from './hashing';
export * from './note';
export * from './tree';
export * from './store';
export * from './upkeep';
export * from './export';
