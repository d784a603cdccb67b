import type { ApolloDriverConfig } from '@nestjs/apollo';
import { ApiError, refusedWithStatus } from '../errors';
import type { RateLimits } from '../rates';
import type { RequestContext } from '../graphql/request-context';
import { costOf } from './complexity';
import { requireNoForbiddenNulls } from './forbidden-nulls';

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
          const priced = { schema, document, operation, variables: request.variables ?? {} };
          const { actor } = contextValue as RequestContext;
          try {
            requireNoForbiddenNulls(priced);
            rates.take(actor, costOf(priced));
          } catch (error) {
            throw error instanceof ApiError ? refusedWithStatus(error) : error;
          }
          return Promise.resolve();
        },
      }),
  };
}
