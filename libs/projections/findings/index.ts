export * from './finding-kind';
export * from './finding.document';
export { findingsProjection } from './findings.projection';
export { FINDINGS } from './keys';
export type { Figures } from './question';
