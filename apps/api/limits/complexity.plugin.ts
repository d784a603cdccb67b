import type { ApolloDriverConfig } from '@nestjs/apollo';
import { requireAffordable } from './complexity';

type Plugin = NonNullable<ApolloDriverConfig['plugins']>[number];

/** Refuses operations whose answer could become too large, before anything is executed. */
export const complexityPlugin: Plugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ schema, document, operation, request }) => {
        requireAffordable({ schema, document, operation, variables: request.variables ?? {} });
        return Promise.resolve();
      },
    }),
};
