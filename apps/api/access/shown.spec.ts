import { getNamedType, isObjectType, isUnionType } from 'graphql';
import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { AREAS } from '#access';
import { startTestApi } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';
import { isReader } from '../graphql/guarded-schema';
import { declarationOf } from '.';

type Field = GraphQLField<unknown, unknown>;

/** A page is what its nodes are. */
const PAGE = /^(.+)Connection$/;

describe('The schema', () => {
  let api: TestApi;
  let schema: GraphQLSchema;

  beforeAll(async () => {
    api = await startTestApi();
    schema = api.schema;
  });

  afterAll(() => api.stop());

  const objects = (): readonly GraphQLObjectType[] =>
    Object.values(schema.getTypeMap()).filter(
      (type) => isObjectType(type) && !type.name.startsWith('__'),
    ) as readonly GraphQLObjectType[];

  it('says of every query to which area it belongs', () => {
    const queries = Object.values(schema.getQueryType()?.getFields() ?? {});
    const undeclared = queries.filter((field) => {
      const declared = declarationOf(field);
      return declared === undefined || !AREAS.includes(declared.area);
    });
    expect(undeclared.map(({ name }) => name)).toEqual([]);
    expect(queries.length).toBeGreaterThan(20);
  });

  it('says of every subscription to which area it belongs, and of each message that it tells', () => {
    const subscriptions = Object.values(schema.getSubscriptionType()?.getFields() ?? {});
    const areas = subscriptions.map((field) => [field.name, declarationOf(field)?.area]);
    expect(Object.fromEntries(areas)).toEqual({
      recognitionEvents: 'HISTORY',
      eventLog: 'HISTORY',
      scorecardChanged: 'OWN_WORK',
    });
    const messages = subscriptions.flatMap(({ type }) => {
      const named = getNamedType(type);
      return isUnionType(named) ? named.getTypes() : [named as GraphQLObjectType];
    });
    expect(messages.filter((type) => declarationOf(type) === undefined)).toEqual([]);
    expect(messages.length).toBeGreaterThan(subscriptions.length);
  });

  it('says of every object that a resolver leads to whose it is', () => {
    const leading = objects().flatMap((type) => Object.values(type.getFields()) as Field[]);
    const reached = leading.filter(isLeading).flatMap(objectOf);
    const undeclared = reached.filter((type) => declarationOf(type) === undefined);
    expect([...new Set(undeclared.map(({ name }) => name))]).toEqual([]);
    expect(reached.length).toBeGreaterThan(40);
  });

  function isLeading({ resolve }: Field): boolean {
    return resolve !== undefined && !isReader(resolve);
  }

  function objectOf({ type }: Field): readonly GraphQLObjectType[] {
    const named = getNamedType(type);
    if (!isObjectType(named)) return [];
    const node = PAGE.exec(named.name)?.[1];
    const object = node === undefined ? named : schema.getType(node);
    return isObjectType(object) ? [object] : [];
  }
});
