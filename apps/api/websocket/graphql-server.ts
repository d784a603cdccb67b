import { createSourceEventStream, GraphQLError, OperationTypeNode } from 'graphql';
import type {
  ExecutionArgs,
  ExecutionResult,
  FormattedExecutionResult,
  GraphQLFormattedError,
  GraphQLSchema,
} from 'graphql';
import { makeServer } from 'graphql-ws';
import type { Server, SubscribePayload } from 'graphql-ws';
import type { ProjectedModels } from '#projection-engine';
import { asGraphQLError, limitExceeded } from '../errors';
import { formatErrorWith } from '../errors/map-error';
import type { OnInternalError } from '../errors/map-error';
import { countRefusals } from '../graphql/count-refusals';
import { requireIntrospection } from '../graphql/introspection';
import type { SubscriptionContext } from '../graphql/request-context';
import type { RefusalMetrics } from '../operations/refusal-metrics';
import type { PersistedOperations } from '../persisted';
import { COSTS, costOfText } from '../rates';
import type { RateLimits } from '../rates';
import type { Message } from '../subscriptions';
import { answer, asking, SubscriptionAnswers } from './answers';
import type { Answering } from './answers';
import type { Connection } from './connection';
import type { Operation } from './operation';
import { prepareOperation } from './prepared-operation';

export interface GraphqlServerParts extends Answering {
  readonly schema: () => GraphQLSchema;
  readonly models: Pick<ProjectedModels, 'leftOut'>;
  readonly mostOperations: number;
  readonly rates: Pick<RateLimits, 'take'>;
  readonly operations: Pick<PersistedOperations, 'requireAllowed' | 'restricts'>;
  readonly refusals: Pick<RefusalMetrics, 'forbidden' | 'hit'>;
  readonly onInternalError: OnInternalError;
}

type Prepared = ExecutionArgs | readonly GraphQLError[];

/** The protocol `graphql-transport-ws`, spoken by `graphql-ws`; what is asked is looked at, and answered, as over HTTP. */
export function graphqlServer(parts: GraphqlServerParts): Server<Connection> {
  const { models, onInternalError, refusals, schema } = parts;
  const format = formatErrorWith(onInternalError);
  const formatted = (errors: readonly GraphQLError[]): GraphQLFormattedError[] =>
    errors.map((error) => format(error.toJSON(), causeOf(error)));
  const count = (
    errors: readonly GraphQLFormattedError[],
    { asker }: Connection,
    operation: Operation | undefined,
  ): void => {
    if (asker.actor === undefined) return;
    countRefusals(errors, asker.actor, operation?.asked ?? { schema: schema() }, refusals);
  };
  return makeServer<Record<string, unknown>, Connection>({
    // Waited for by the connection.
    connectionInitWaitTimeout: 0,
    onConnect: ({ extra: connection, connectionParams }) => connection.begin(connectionParams),
    onSubscribe: async ({ extra: connection }, id, payload) => {
      const operation = connection.operation(id);
      if (operation === undefined) throw new TypeError(`There is no operation ${id}`);
      try {
        return await prepare(connection, operation, payload, parts);
      } catch (error) {
        return [asGraphQLError(error)];
      } finally {
        operation.admit();
      }
    },
    execute: (args) => answer(args, models),
    // They were made when it was admitted.
    subscribe: ({ contextValue }) => contextValue as SubscriptionAnswers,
    onNext: ({ extra: connection }, id, _payload, _args, { errors, ...result }) => {
      connection.outbox.requireTaken();
      if (errors === undefined) return result as FormattedExecutionResult;
      const told = formatted(errors);
      count(told, connection, connection.operation(id));
      return { ...result, errors: told } as FormattedExecutionResult;
    },
    onError: ({ extra: connection }, id, _payload, errors) => {
      const operation = connection.operation(id);
      const told = formatted(errors);
      count(told, connection, operation);
      const [first, ...others] = told;
      if (first === undefined) return [];
      const code = String(first.extensions?.code);
      if (operation !== undefined) operation.failedWith = code;
      connection.closeAfter(code);
      const resumeAfter = operation?.cursor;
      if (resumeAfter === undefined) return [first, ...others];
      return [{ ...first, extensions: { ...first.extensions, resumeAfter } }, ...others];
    },
  });
}

/** @throws ApiError, GraphQLError */
async function prepare(
  { asker, hasTooManyOperations }: Connection,
  operation: Operation,
  payload: SubscribePayload,
  parts: GraphqlServerParts,
): Promise<Prepared> {
  const { schema: schemaNow, mostOperations, rates, operations } = parts;
  if (operation.refusal !== undefined) throw operation.refusal;
  if (hasTooManyOperations) {
    const message = `A connection may have ${mostOperations} operations under way at most.`;
    throw limitExceeded(message, mostOperations);
  }
  const viewer = await asker.viewer();
  const { actor } = viewer;
  rates.take(actor, costOfText(payload.query));
  operations.requireAllowed(actor, payload.query);
  const schema = schemaNow();
  const prepared = prepareOperation(schema, payload);
  if ('length' in prepared) return prepared;
  const { document, operationName, variables: variableValues, cost } = prepared;
  operation.asked = { schema, document, operation: prepared.operation };
  await requireIntrospection(document, viewer, operations);
  rates.take(actor, cost);
  const args = { schema, document, operationName, variableValues };
  if (prepared.operation.operation !== OperationTypeNode.SUBSCRIPTION) {
    return { ...args, contextValue: asking(viewer, parts) };
  }
  rates.take(actor, COSTS.stream);
  const contextValue: SubscriptionContext = {
    ...asking(viewer, parts),
    viewer: () => asker.viewer(),
    signal: operation.signal,
  };
  const source = await createSourceEventStream({ ...args, contextValue });
  if (!isIterable(source)) return (source as ExecutionResult).errors ?? [];
  return {
    ...args,
    contextValue: new SubscriptionAnswers(args, source, operation, parts),
  };
}

/** What `graphql-ws` has wrapped, for want of a place in the answer. */
function causeOf(error: GraphQLError): Error {
  const { originalError } = error;
  return originalError === undefined || originalError instanceof GraphQLError
    ? error
    : originalError;
}

function isIterable(
  source: AsyncIterable<unknown> | ExecutionResult,
): source is AsyncIterable<Message> {
  return Symbol.asyncIterator in source;
}
