export { Contest, type ContestTerms } from './contest';
export { DocumentCache } from './document-cache';
export * from './errors';
export { foldEvents } from './fold-events';
export type { ProjectedModels } from './projected-models.port';
export * from './projection-engine';
export { ProjectionRun } from './projection-run';
export * from './status';
export { StoredModels, type StoredModelsOptions } from './stored-models';
