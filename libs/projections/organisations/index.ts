export * from './organisation.document';
export * from './organisation.view';
export * from './organisations.projection';
export * from './organisations.query';
export { walkBelow } from './tree-walk';
export type { TreeTime, Visited } from './tree-walk';
