export * from './api-error';
export type { ErrorCode } from './error-codes';
export { asGraphQLError, refusedWithStatus } from './refused-with-status';
