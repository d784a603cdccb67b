export { DocumentCache } from './document-cache';
export * from './errors';
export * from './projection-engine';
export { ProjectionRun } from './projection-run';
export * from './status';
