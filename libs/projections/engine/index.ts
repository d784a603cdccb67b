export * from './errors';
export * from './projection-engine';
export * from './status';
