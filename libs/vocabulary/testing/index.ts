export * from './any-text';
export * from './runs';
