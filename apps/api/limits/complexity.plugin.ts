import type { ApolloDriverConfig } from '@nestjs/apollo';
import { ApiError, refusedWithStatus } from '../errors';
import type { RateLimits } from '../rates';
import type { RequestContext } from '../graphql/request-context';
import { requireAdmissible } from './admission';

type Plugin = NonNullable<ApolloDriverConfig['plugins']>[number];

/**
 * Refuses operations whose answer could become too large or must fail, and those of whoever has asked for too much in
 * this minute, before any is executed.
 */
export function complexityPlugin(rates: Pick<RateLimits, 'take'>): Plugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ schema, document, operation, request, contextValue }) => {
          const { variables = {} } = request;
          const { actor } = contextValue as RequestContext;
          try {
            rates.take(actor, requireAdmissible({ schema, document, operation, variables }));
          } catch (error) {
            throw error instanceof ApiError ? refusedWithStatus(error) : error;
          }
          return Promise.resolve();
        },
      }),
  };
}
