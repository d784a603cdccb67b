/** Every code an error of this interface can have, in `extensions.code`. */
export const ERROR_CODES = [
  'VALIDATION_FAILED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'RULE_VIOLATED',
  'READ_MODEL_BEHIND',
  'AS_OF_NOT_TOLD',
  'CURSOR_INVALID',
  'LIMIT_EXCEEDED',
  'RATE_LIMITED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_IN_LIST',
  'HISTORY_INCOMPLETE',
  'ACCESS_NOT_RECORDED',
  'UNAVAILABLE',
  'SLOW_CONSUMER',
  'FEED_ENDED',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];
