import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  isObjectType,
  isInputObjectType,
  isIntrospectionType,
  isSpecifiedScalarType,
} from 'graphql';
import type { GraphQLField, GraphQLInputField, GraphQLSchema } from 'graphql';
import { RULES } from '#access';
import { COMMAND_TYPES } from '#domain';
import { printedSchema } from './printed-schema';

type AnyField = GraphQLField<unknown, unknown> | GraphQLInputField;

function argumentsOf(field: AnyField) {
  return 'args' in field ? field.args : [];
}

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
    const named = [...COMMAND_TYPES, 'CorrectFact'].map(
      (type) => `${type[0]?.toLowerCase() ?? ''}${type.slice(1)}`,
    );
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});

    expect(mutations.sort()).toEqual(named.sort());
  });

  it('has an access rule for every mutation, and no rule for none', () => {
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
    const ruled = [...RULES.keys()].filter((name) => name.startsWith('Mutation.'));

    expect(ruled.sort()).toEqual(mutations.map((name) => `Mutation.${name}`).sort());
  });

  it('describes every type, field and argument', () => {
    const isBlank = (description: string | null | undefined) => (description ?? '').trim() === '';
    const roots: readonly unknown[] = [
      schema.getQueryType(),
      schema.getMutationType(),
      schema.getSubscriptionType(),
    ];
    const missing = Object.values(schema.getTypeMap())
      .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
      .flatMap((type) => {
        const fields: readonly AnyField[] =
          isObjectType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : [];
        const described = fields.flatMap((field) => [
          { name: `${type.name}.${field.name}`, description: field.description },
          ...argumentsOf(field).map(({ name, description }) => ({
            name: `${type.name}.${field.name}(${name})`,
            description: name === 'input' ? 'what its type says' : description,
          })),
        ]);
        return roots.includes(type) ? described : [type, ...described];
      })
      .filter(({ description }) => isBlank(description))
      .map(({ name }) => name);

    expect(missing).toEqual([]);
  });
});
