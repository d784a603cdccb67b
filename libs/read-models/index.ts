export * from './definition';
export * from './document';
export * from './document-store.port';
export * from './errors';
export * from './postings';
export * from './query';
