export { belowNow } from './below-now';
export * from './organisation.document';
export * from './organisation.view';
export * from './organisations.projection';
export * from './organisations.query';
export type { TreeTime, Visited } from './tree-walk';
