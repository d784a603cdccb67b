export { DocumentCache } from './document-cache';
export * from './errors';
export { foldEvents } from './fold-events';
export * from './projection-engine';
export { ProjectionRun } from './projection-run';
export * from './status';
