import { ApolloDriver } from '@nestjs/apollo';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import { Injectable } from '@nestjs/common';
import type { GraphQLSchema } from 'graphql';
import { CompiledExecution } from './compiled-execution';

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
        executor: ({ document, request, context }) =>
          execution.execute({
            document,
            operationName: request.operationName,
            variables: request.variables ?? {},
            context,
          }),
      }),
    stop: () => Promise.resolve(),
  };
}
