export * from './document-id';
export * from './event-ref';
export * from './model';
export * from './own-facts';
