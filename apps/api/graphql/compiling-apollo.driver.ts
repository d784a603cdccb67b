import { ApolloDriver } from '@nestjs/apollo';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import { Injectable } from '@nestjs/common';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { recordedAnswer } from '../access-records/recorded-answer';
import { ApiError, refusedWithStatus } from '../errors';
import { CompiledExecution } from './compiled-execution';
import type { AskedContext } from './request-context';

/**
 * Apollo with our own execution. Its `gateway` option is the door for that: parsing, validation,
 * their caches, the protection against forged requests and the form of errors stay Apollo's.
 */
@Injectable()
export class CompilingApolloDriver extends ApolloDriver {
  override async registerServer(options: ApolloDriverConfig): Promise<void> {
    const { schema } = options;
    if (schema === undefined) throw new TypeError('There is no schema to serve');
    const withGateway = { ...options, gateway: compilingGateway(schema) };
    await super.registerServer(withGateway);
  }
}

function compilingGateway(
  schema: GraphQLSchema,
): ApolloServerOptionsWithGateway<BaseContext>['gateway'] {
  const execution = new CompiledExecution(schema);
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => {};
    },
    load: () =>
      Promise.resolve({
        executor: ({ document, request, context }) => {
          // The only contexts there are; the gateway's type says less.
          const asked = context as unknown as AskedContext;
          const { operationName, variables = {} } = request;
          return refusedWhole(
            recordedAnswer(asked, (answering) =>
              execution.execute({ document, operationName, variables, context: answering }),
            ),
          );
        },
      }),
    stop: () => Promise.resolve(),
  };
}

/** Refused, nothing of it is told. */
async function refusedWhole(answer: Promise<ExecutionResult>): Promise<ExecutionResult> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { errors: [refusedWithStatus(error)] };
  }
}
