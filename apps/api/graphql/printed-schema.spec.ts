import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  isObjectType,
  isInputObjectType,
  isEnumType,
  isIntrospectionType,
} from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { RULES } from '#access';
import { COMMAND_TYPES } from '#domain';
import { printedSchema } from './printed-schema';

describe('the schema', () => {
  let printed: string;
  let schema: GraphQLSchema;
  beforeAll(async () => {
    printed = await printedSchema();
    schema = buildSchema(printed);
  });

  it('is the one in schema.graphql', () => {
    expect(readFileSync('schema.graphql', 'utf8')).toBe(printed);
  });

  it('has one mutation per command, and no other', () => {
    const named = COMMAND_TYPES.map((type) => `${type[0]?.toLowerCase() ?? ''}${type.slice(1)}`);
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});

    expect(mutations.sort()).toEqual(named.sort());
  });

  it('has an access rule for every operation, and no rule for none', () => {
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const operations = roots.flatMap((root) =>
      Object.keys(root?.getFields() ?? {}).map((field) => `${root?.name ?? ''}.${field}`),
    );

    const ruled = [...RULES.keys()].filter((name) => /^(Query|Mutation|Subscription)\./.test(name));
    expect(ruled.sort()).toEqual(operations.sort());
  });

  it('describes every type, field and argument', () => {
    const blank = (description: string | null | undefined) => (description ?? '').trim() === '';
    const missing = Object.values(schema.getTypeMap())
      .filter((type) => !isIntrospectionType(type))
      .filter((type) => !['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name))
      .filter((type) => !['Query', 'Mutation'].includes(type.name) || isEnumType(type))
      .flatMap((type) => [
        ...(blank(type.description) ? [type.name] : []),
        ...(isObjectType(type) || isInputObjectType(type)
          ? Object.values(type.getFields())
              .filter(({ description }) => blank(description))
              .map(({ name }) => `${type.name}.${name}`)
          : []),
      ]);

    expect(missing).toEqual([]);
  });
});
