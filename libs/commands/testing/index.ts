export * from './office';
export * from './rival';
export * from './programme';
