export * from './exact-points';
