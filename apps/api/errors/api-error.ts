import { IntrinsicException } from '@nestjs/common';
import type { UnknownEventType, UnknownSchemaVersion } from '#event-log';
import { LIMITS } from '../limits/limits';
import type { ErrorCode } from './error-codes';

/** One input value that is not as it has to be. */
export interface InvalidField {
  /** `attendance.present`, `legalBasis[0].date`. */
  readonly field: string;
  /** The name of the check that it fails. */
  readonly rule: string;
  readonly message: string;
}

/** Of every code, so that no new one is answered as a failure of ours. */
const HTTP_STATUS: Readonly<Record<ErrorCode, number>> = {
  VALIDATION_FAILED: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RULE_VIOLATED: 422,
  READ_MODEL_BEHIND: 503,
  AS_OF_NOT_TOLD: 400,
  CURSOR_INVALID: 400,
  LIMIT_EXCEEDED: 400,
  RATE_LIMITED: 429,
  // As clients of Apollo expect it, which then send the text.
  PERSISTED_QUERY_NOT_FOUND: 200,
  PERSISTED_QUERY_NOT_IN_LIST: 403,
  HISTORY_INCOMPLETE: 503,
  ACCESS_NOT_RECORDED: 503,
  UNAVAILABLE: 503,
  SLOW_CONSUMER: 408,
  FEED_ENDED: 503,
  INTERNAL: 500,
};

/** The error that a client receives. It contains no internals. */
export class ApiError extends IntrinsicException {
  override readonly name = 'ApiError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    /** Beside the code in `extensions`. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }

  /** For errors before anything was executed; afterwards GraphQL answers 200. */
  get httpStatus(): number {
    return HTTP_STATUS[this.code];
  }

  /** Beside the status. */
  get httpHeaders(): Readonly<Record<string, string>> {
    const { retryAfter } = this.details;
    return typeof retryAfter === 'number' ? { 'retry-after': retryAfter.toString() } : {};
  }
}

export function unauthenticated(message: string): ApiError {
  return new ApiError('UNAUTHENTICATED', message);
}

export function forbidden(operation: string): ApiError {
  return new ApiError('FORBIDDEN', `Your role does not allow ${operation}.`);
}

/** Who asks is known, and acts in no role, or did not say in which one. */
export function actsInNoRole(message: string, details: ApiError['details'] = {}): ApiError {
  return new ApiError('FORBIDDEN', message, details);
}

/** Tells the first of many: an answer does not grow with what was wrong in the request. */
export function validationFailed(invalid: readonly InvalidField[]): ApiError {
  const fields = invalid.slice(0, LIMITS.errors);
  const named = fields.map(({ field, message }) => `${field}: ${message}`).join('; ');
  const more = invalid.length - fields.length;
  const others = more === 0 ? '' : `; and ${more} more`;
  return new ApiError('VALIDATION_FAILED', `The input is invalid: ${named}${others}`, { fields });
}

export function cursorInvalid(field: string): ApiError {
  return new ApiError(
    'CURSOR_INVALID',
    `The cursor given as ${field} is damaged, or belongs to another list.`,
    { field },
  );
}

export function readModelBehind(readModel: string, position: string): ApiError {
  return new ApiError(
    'READ_MODEL_BEHIND',
    `The read model has not counted position ${position} yet; ask again in a moment.`,
    { readModel, position },
  );
}

/** Never answered with what is known now. */
export function notToldAsOf(what: string): ApiError {
  const message = `As of a moment, this query cannot tell ${what}; ask for it by a query of its own.`;
  return new ApiError('AS_OF_NOT_TOLD', message, { what });
}

export function limitExceeded(message: string, limit: number): ApiError {
  return new ApiError('LIMIT_EXCEEDED', message, { limit });
}

/** Tells when to ask again, in whole seconds, as HTTP does. */
export function rateLimited(waitMs: number): ApiError {
  const retryAfter = Math.ceil(waitMs / 1_000);
  const message = `You have asked for more than is answered in a minute; ask again in ${retryAfter} s.`;
  return new ApiError('RATE_LIMITED', message, { retryAfter });
}

/** Nothing is decided on a part of a history; an operator restores the rest. */
export function historyIncomplete(stream: string, revision: number): ApiError {
  return new ApiError(
    'HISTORY_INCOMPLETE',
    `Events of ${stream} are missing from the log, from revision ${revision} on.`,
    { stream, revision },
  );
}

/** What was read is not told: nobody would know later that it was. */
export function accessNotRecorded(): ApiError {
  return new ApiError(
    'ACCESS_NOT_RECORDED',
    'It cannot be recorded just now that you read this, and so it is not told; ask again later.',
  );
}

export function unavailable(): ApiError {
  return new ApiError('UNAVAILABLE', 'The service is temporarily unavailable; ask again later.');
}

/** What it recorded until then is recorded: the same commands can be given again. */
export function operationTimedOut(limitMs: number): ApiError {
  const seconds = limitMs / 1_000;
  const message = `The operation takes longer than ${seconds} s; ask for less, or again later.`;
  return new ApiError('UNAVAILABLE', message, { limitSeconds: seconds });
}

/** Where it goes on is told beside it. */
export function slowConsumer(seconds: number): ApiError {
  return new ApiError(
    'SLOW_CONSUMER',
    `Nothing was taken for ${seconds} seconds; subscribe again after the last message.`,
  );
}

/** Where it goes on is told beside it. */
export function feedEnded(): ApiError {
  return new ApiError('FEED_ENDED', 'The service ends; subscribe again after the last message.');
}

/** Nothing is decided on the part of a stream that this program can read. */
export function ofNewerProgram(error: UnknownSchemaVersion | UnknownEventType): ApiError {
  const { eventType: type, eventId: event } = error;
  return new ApiError(
    'UNAVAILABLE',
    `A newer version of this program recorded ${type} ${event}; the command can be given again once this program is upgraded.`,
    { event, type },
  );
}
