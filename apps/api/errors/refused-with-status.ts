import { GraphQLError } from 'graphql';
import type { ApiError } from './api-error';

/** Apollo takes the status of a request that is not executed from its error. */
export function refusedWithStatus(error: ApiError): GraphQLError {
  return new GraphQLError(error.message, {
    originalError: error,
    extensions: { http: { status: error.httpStatus } },
  });
}
