import { buildSchema, GraphQLError, isScalarType, valueFromAST, GraphQLString } from 'graphql';
import type { GraphQLSchema } from 'graphql';

const TYPES = `
  scalar Free
  scalar Day
  enum Colour { RED GREEN }
  input Inner { n: Int = 3, day: Day, colour: Colour! = GREEN, more: [Inner!] }
  input Outer { inner: Inner!, list: [Int], nested: [[String!]], free: Free, id: ID }
  interface Named { name: String!, friend: Named }
  type Person implements Named {
    name: String!, friend: Named, age(plus: Int! = 1): Int, echo(outer: Outer, colour: Colour = RED): String
    strict: Person!, people(first: Int): [Person!], mixed: [Named], fails: String, failsStrictly: String!
  }
  type Thing implements Named { name: String!, friend: Named, owner: Person, colour: Colour, free: Free, weight: Float }
  union Found = Person | Thing
  type Query {
    person(id: ID! = "1", day: Day): Person
    strict(id: ID!): Person!
    thing: Thing
    named(of: [Colour!] = [RED]): [Named!]
    found(outer: Outer!, n: Int, flag: Boolean = true): [Found]
    echo(outer: Outer, list: [Int!], colours: [Colour], day: Day, free: Free, f: Float, flag: Boolean! = false): String
    late: String
    nothing: Person!
  }
`;

/** As JSON, some of them not allowed. */
export const SMALL_SCALARS = {
  ID: ['1', '2', 3, 'none'],
  Int: [0, 1, -1, 2_147_483_647, 3_000_000_000],
  Float: [0.5, 1, -2.25, 1e21],
  String: ['', 'x', 'a "quoted" \\ text\n\u2028', 'chi bộ'],
  Boolean: [true, false],
  Day: ['2024-02-29', '2023-02-29', ''],
  Free: ['x', 1, null, true, 1.5],
};

class Refused extends Error {
  readonly extensions = { code: 'REFUSED' };
}

interface Person {
  readonly __typename: 'Person';
  readonly id: string;
}

const person = (id: unknown): Person | null =>
  ['1', '2', '3'].includes(String(id)) ? { __typename: 'Person', id: String(id) } : null;

const PROPERTIES: Readonly<Record<string, Readonly<Record<string, Resolve>>>> = {
  Query: {
    person: (_, { id }) => person(id),
    strict: (_, { id }) => Promise.resolve(person(id)),
    thing: () => THING,
    named: () => [person(1), THING],
    found: (_, { n }) => [
      person(1),
      Promise.resolve(THING),
      n === 1 ? new Refused('an item') : null,
    ],
    echo: (_, args) => told(args),
    late: () => Promise.reject(new Refused('late')),
    nothing: () => null,
  },
  Person: {
    name: ({ id }) => (id === '3' ? null : `Person ${String(id)}`),
    friend: ({ id }) => (id === '1' ? THING : person(1)),
    age: (_, { plus }) => Number(plus) + 40,
    echo: (_, args) => Promise.resolve(told(args)),
    strict: ({ id }) => person(Number(id) + 1),
    people: (_, { first }) => [1, 2, 3].slice(0, Number(first ?? 2)).map(person),
    mixed: () => [THING, null, person(2)],
    fails: () => {
      throw new Refused('at once');
    },
    failsStrictly: ({ id }) => {
      if (id === '1') throw new GraphQLError('strictly', { extensions: { code: 'X', why: [1] } });
      return 'no';
    },
  },
  Thing: { owner: () => Promise.resolve(person(1)) },
};

type Resolve = (
  source: Readonly<Record<string, unknown>>,
  args: Readonly<Record<string, unknown>>,
) => unknown;

const THING = {
  __typename: 'Thing',
  name: 'A thing',
  friend: { __typename: 'Person', id: '2' },
  colour: 'GREEN',
  free: { any: [1, 'x'] },
  weight: 1.5,
};

/** With every construct of the language that ours has, and some that it has not. */
export function smallSchema(): GraphQLSchema {
  const schema = buildSchema(TYPES);
  for (const [typeName, resolvers] of Object.entries(PROPERTIES)) {
    const type = schema.getType(typeName);
    if (type === undefined || !('getFields' in type)) throw new TypeError(typeName);
    for (const [name, resolve] of Object.entries(resolvers)) {
      Object.assign(type.getFields()[name] ?? {}, { resolve });
    }
  }
  const day = schema.getType('Day');
  if (isScalarType(day)) {
    day.parseValue = dayOf;
    day.parseLiteral = (node) => dayOf(valueFromAST(node, GraphQLString));
  }
  return schema;
}

function dayOf(value: unknown): string {
  if (value === '2024-02-29') return value;
  throw new GraphQLError('Day must be a day.');
}

/** The same text for the same arguments, in whatever order they came. */
function told(args: object): string {
  return JSON.stringify(args, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}
