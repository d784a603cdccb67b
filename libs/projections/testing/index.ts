export * from './any-fact';
export { asInALog } from './as-in-a-log';
