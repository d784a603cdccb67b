export * from './definition';
export * from './document';
export * from './document-store.port';
export * from './errors';
export * from './query';
