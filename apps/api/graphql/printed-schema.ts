import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { CommandMutations } from '../commands/command-mutations';
import { LedgerMutations } from '../commands/ledger-mutations';
import { WebhookMutations } from '../commands/webhook-mutations';
import { QUERY_RESOLVERS } from '../queries/query-resolvers';
import { SUBSCRIPTION_RESOLVERS } from '../subscriptions';
import { SCHEMA_OPTIONS } from './schema-options';

/** The schema as clients see it, in alphabetical order; needs no store and no server. */
export async function printedSchema(): Promise<string> {
  const builder = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, {
    logger: false,
  });
  const schema = await builder
    .get(GraphQLSchemaFactory)
    .create(
      [
        ...QUERY_RESOLVERS,
        CommandMutations,
        LedgerMutations,
        WebhookMutations,
        ...SUBSCRIPTION_RESOLVERS,
      ],
      SCHEMA_OPTIONS,
    );
  await builder.close();
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
