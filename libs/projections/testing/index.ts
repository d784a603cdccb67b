export * from './any-fact';
