export * from './api-error';
export { refusedWithStatus } from './refused-with-status';
