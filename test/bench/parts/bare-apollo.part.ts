import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { fastify } from 'fastify';
import { buildSchema } from 'graphql';
import { servePart } from './serve-part';
import type { Serving } from './serving';

export interface BareApolloOptions {
  /** In the schema language. */
  readonly schema: string;
  /** What every operation is answered from: the fields of its root, as an answer has them. */
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * The floor of everything that is asked over HTTP: Apollo on the same adapter, the same schema executed by graphql-js,
 * a constant for an answer. Cache hints are off here too: with them it would be slower, and the ratio too friendly.
 */
servePart(async ({ schema, data }: BareApolloOptions) => {
  const apollo = new ApolloServer({
    schema: buildSchema(schema),
    rootValue: data,
    plugins: [ApolloServerPluginCacheControlDisabled()],
  });
  await apollo.start();
  const server = fastify();
  server.route({ url: '/graphql', method: ['GET', 'POST'], handler: fastifyApolloHandler(apollo) });
  const ready: Serving = { url: `${await server.listen({ port: 0, host: '127.0.0.1' })}/graphql` };
  return {
    ready,
    ask: () => Promise.resolve(),
    close: async () => {
      await server.close();
      await apollo.stop();
    },
  };
});
