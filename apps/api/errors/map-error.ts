import { randomUUID } from 'node:crypto';
import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import { AccessNotRecorded } from '#access-records';
import { CommandConflict, CommandIdReused, CommandRefused } from '#commands';
import { EventTooLarge, isOfNewerProgram, StreamIncomplete } from '#event-log';
import { isAbsence } from '#projection-engine';
import {
  accessNotRecorded,
  ApiError,
  forbidden,
  historyIncomplete,
  limitExceeded,
  ofNewerProgram,
  unavailable,
  validationFailed,
} from './api-error';

/** Told of every error that is nobody's but ours, with the id that the client is given. */
export type OnInternalError = (errorId: string, error: unknown) => void;

/** Every error as one of the closed list. */
export function toApiError(thrown: unknown, onInternalError: OnInternalError): ApiError {
  const error = unwrapResolverError(thrown);
  if (error instanceof ApiError) return error;
  if (error instanceof CommandRefused) return ruleViolated(error);
  if (error instanceof CommandConflict) return conflict(error);
  if (error instanceof CommandIdReused) {
    return validationFailed([{ field: 'commandId', rule: 'isUnused', message: error.message }]);
  }
  if (error instanceof EventTooLarge) {
    return limitExceeded('There is more in it than can be recorded at once.', error.limit);
  }
  if (error instanceof StreamIncomplete) return historyIncomplete(error.stream, error.revision);
  if (error instanceof AccessNotRecorded) return accessNotRecorded();
  if (isAbsence(error)) return unavailable();
  if (isOfNewerProgram(error)) return ofNewerProgram(error);
  if (error instanceof GraphQLError) {
    const apiError = fromGraphQL(error);
    if (apiError !== undefined) return apiError;
  }
  const errorId = randomUUID();
  onInternalError(errorId, error);
  return new ApiError('INTERNAL', 'An internal error occurred; it was logged under this id.', {
    errorId,
  });
}

/** For Apollo's `formatError`. */
export function formatErrorWith(onInternalError: OnInternalError) {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const { code, message, details } = toApiError(thrown, onInternalError);
    const { locations, path } = formatted;
    return {
      message,
      ...(locations === undefined ? {} : { locations }),
      ...(path === undefined ? {} : { path }),
      extensions: { code, ...details },
    };
  };
}

function ruleViolated({ refusal }: CommandRefused): ApiError {
  const { code, rule, message, field, details, isOutOfScope = false } = refusal;
  // Of whom somebody may speak for, nothing more is told than that it is not this one.
  if (code === 'ACTING_FOR_BEYOND_SCOPE') return forbidden('acting for another');
  if (isOutOfScope && code === 'DECIDED_BEYOND_AUTHORITY') {
    return forbidden('a command about an organisation outside your scope');
  }
  return new ApiError('RULE_VIOLATED', message, {
    rule,
    refusal: code,
    ...(field === undefined ? {} : { field }),
    ...(details === undefined ? {} : { details }),
  });
}

function conflict({ message, stream, conflictingEvents }: CommandConflict): ApiError {
  return new ApiError('CONFLICT', message, {
    stream,
    conflictingEvents: conflictingEvents.map(({ id, type, revision, position, recordedAt }) => ({
      id,
      type,
      revision,
      position: position.toString(),
      recordedAt,
    })),
  });
}

const TOO_MANY_TOKENS = /^Syntax Error: Document contains more that (\d+) tokens/;

/** Errors of the request itself, reported by graphql-js and Apollo. */
function fromGraphQL(error: GraphQLError): ApiError | undefined {
  const { message, extensions, originalError } = error;
  if (originalError instanceof ApiError) return originalError;
  const tokens = TOO_MANY_TOKENS.exec(message)?.[1];
  if (tokens !== undefined) {
    return limitExceeded(`The document has more than ${tokens} tokens.`, Number(tokens));
  }
  switch (extensions.code) {
    case ApolloServerErrorCode.PERSISTED_QUERY_NOT_FOUND:
      return new ApiError('PERSISTED_QUERY_NOT_FOUND', message);
    case ApolloServerErrorCode.GRAPHQL_PARSE_FAILED:
    case ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED:
    case ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE:
    case ApolloServerErrorCode.BAD_REQUEST:
    case ApolloServerErrorCode.BAD_USER_INPUT:
    case ApolloServerErrorCode.PERSISTED_QUERY_NOT_SUPPORTED:
      return new ApiError('VALIDATION_FAILED', message, { fields: fieldsNamedIn(message) });
    default:
      return isAboutTheRequest(error)
        ? new ApiError('VALIDATION_FAILED', message, { fields: fieldsNamedIn(message) })
        : undefined;
  }
}

/** Raised for an argument or a variable that does not fit: not wrapped around an error of ours. */
function isAboutTheRequest({ originalError }: GraphQLError): boolean {
  return originalError === undefined || originalError instanceof GraphQLError;
}

const VARIABLE_PATH = /^Variable "\$(\w+)" got invalid value .* at "([^"]+)"; (.*)$/s;
const VARIABLE = /^Variable "\$(\w+)" (.*)$/s;

/** `Variable "$input" got invalid value … at "input.effectiveAt"; …` names the field. */
function fieldsNamedIn(message: string) {
  const [, variable = '', path, problem = ''] = VARIABLE_PATH.exec(message) ?? [];
  if (path !== undefined) {
    return [{ field: path.replace(`${variable}.`, ''), rule: 'type', message: problem }];
  }
  const [, name, whole = ''] = VARIABLE.exec(message) ?? [];
  return name === undefined ? [] : [{ field: name, rule: 'type', message: whole }];
}
