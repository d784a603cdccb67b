export * from './any-fact';
export * from './fold';
export * from './record';
export * from './store';
