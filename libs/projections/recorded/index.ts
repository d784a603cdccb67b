export * from './document-id';
export * from './event-ref';
export * from './own-facts';
