import type { ApolloServerPlugin } from '@apollo/server';
import { visit } from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { RefusalMetrics } from '../operations/refusal-metrics';
import type { RequestContext } from './request-context';

/** Counts what was refused in answers, whoever decided it. */
export function refusalsPlugin(
  refusals: Pick<RefusalMetrics, 'forbidden' | 'hit'>,
): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ response: { body }, contextValue, ...asked }) => {
          const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
          for (const { extensions = {}, path } of errors) {
            if (extensions.code === 'FORBIDDEN') {
              refusals.forbidden(contextValue.actor, operationAt(path?.[0], asked));
            }
            if (extensions.code === 'LIMIT_EXCEEDED') refusals.hit('size');
            if ('limitSeconds' in extensions) refusals.hit('time');
          }
          return Promise.resolve();
        },
      }),
  };
}

interface Asked {
  readonly schema: GraphQLSchema;
  readonly document?: DocumentNode;
  readonly operation?: OperationDefinitionNode;
}

/** `Query.cases`, whatever it is called in the answer: what clients make up is no label. */
function operationAt(
  key: string | number | undefined,
  { schema, document, operation }: Asked,
): string {
  const root = operation && schema.getRootType(operation.operation);
  if (root === undefined || root === null) return 'none';
  let name = '__schema';
  if (document === undefined || key === undefined) return `${root.name}.${name}`;
  visit(document, {
    Field: (field) => {
      if ((field.alias ?? field.name).value === key && field.name.value in root.getFields()) {
        name = field.name.value;
      }
      return undefined;
    },
  });
  return `${root.name}.${name}`;
}
