export * from './any-text';
