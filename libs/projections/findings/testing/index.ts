export * from './findings-after';
export * from './facts';
