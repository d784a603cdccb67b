import type { ApolloDriverConfig } from '@nestjs/apollo';
import { ApiError, refusedWithStatus } from '../errors';
import { requireAffordable } from './complexity';
import { requireNoForbiddenNulls } from './forbidden-nulls';

type Plugin = NonNullable<ApolloDriverConfig['plugins']>[number];

/** Refuses operations whose answer could become too large or must fail, before any is executed. */
export const complexityPlugin: Plugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ schema, document, operation, request }) => {
        const priced = { schema, document, operation, variables: request.variables ?? {} };
        try {
          requireNoForbiddenNulls(priced);
          requireAffordable(priced);
        } catch (error) {
          throw error instanceof ApiError ? refusedWithStatus(error) : error;
        }
        return Promise.resolve();
      },
    }),
};
