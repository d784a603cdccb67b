import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { ApiError } from './api-error';

/** As GraphQL tells it, wrapped around what was thrown. */
export function asGraphQLError(thrown: unknown): GraphQLError {
  if (thrown instanceof GraphQLError) return thrown;
  const originalError = thrown instanceof Error ? thrown : new Error(String(thrown));
  return new GraphQLError(originalError.message, { originalError });
}

/** Apollo takes the status and headers of a request that is not executed from its error. */
export function refusedWithStatus(error: ApiError): GraphQLError {
  return new GraphQLError(error.message, {
    originalError: error,
    extensions: { http: { status: error.httpStatus, headers: headersOf(error) } },
  });
}

function headersOf({ httpHeaders }: ApiError): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(httpHeaders)) headers.set(name, value);
  return headers;
}
