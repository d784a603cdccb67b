export * from './api-error';
export { ERROR_CODES, type ErrorCode } from './error-codes';
