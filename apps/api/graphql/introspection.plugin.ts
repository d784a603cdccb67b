import type { ApolloServerPlugin } from '@apollo/server';
import { ApiError, refusedWithStatus } from '../errors';
import type { PersistedOperations } from '../persisted';
import { requireIntrospection } from './introspection';
import type { RequestContext } from './request-context';

/** Refuses questions for the schema to those who may not ask for it. */
export function introspectionPlugin(
  operations: Pick<PersistedOperations, 'restricts'>,
): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: async ({ document, contextValue }) => {
          try {
            await requireIntrospection(document, contextValue, operations);
          } catch (error) {
            throw error instanceof ApiError ? refusedWithStatus(error) : error;
          }
        },
      }),
  };
}
