export * from './definition';
export * from './document';
export * from './document-store.port';
export * from './errors';
export { findAmong } from './find-among';
export type { Place } from './find-among';
export { portionsOf } from './portions';
export * from './postings';
export * from './query';
