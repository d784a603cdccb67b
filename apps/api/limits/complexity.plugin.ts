import type { ApolloDriverConfig } from '@nestjs/apollo';
import { ApiError, refusedWithStatus } from '../errors';
import { requireAdmissible } from './admission';

type Plugin = NonNullable<ApolloDriverConfig['plugins']>[number];

/** Refuses operations whose answer could become too large or must fail, before any is executed. */
export const complexityPlugin: Plugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ schema, document, operation, request }) => {
        try {
          requireAdmissible({ schema, document, operation, variables: request.variables ?? {} });
        } catch (error) {
          throw error instanceof ApiError ? refusedWithStatus(error) : error;
        }
        return Promise.resolve();
      },
    }),
};
