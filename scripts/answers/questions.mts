import { astFromValue, getNamedType, isInputObjectType, isRequiredArgument, print } from 'graphql';
import type { GraphQLArgument, GraphQLField, GraphQLInputField, GraphQLSchema } from 'graphql';
import type { Json, JsonObject } from './json.mts';
import { Selections } from './selections.mts';
import { spread } from './values.mts';
import type { Values } from './values.mts';

/** A query with its arguments. */
export interface Question {
  readonly query: string;
  readonly document: string;
  readonly variables: JsonObject;
  /** How its pages are asked for; absent where the answer has none. */
  readonly pages?: Pages;
}

export interface Pages {
  readonly direction: 'forwards' | 'backwards';
  readonly size: number;
  readonly most: number;
}

const PAGING = new Set(['after', 'before', 'first', 'last', 'atLeast']);
const BASES_OF_FILTERS = 2;
const PAIRS_OF_FILTERS = 40;
const ALL: Pages = { direction: 'forwards', size: 50, most: Infinity };
const SOME: Pages = { ...ALL, most: 3 };
const SMALL: Pages = { direction: 'forwards', size: 7, most: 12 };
const BACKWARDS: Pages = { direction: 'backwards', size: 50, most: 3 };

/** The queries that answer one thing each, and what names the things. */
const IDS: Readonly<Record<string, string>> = {
  campaign: 'campaign',
  event: 'event',
  framework: 'framework',
  member: 'member',
  organisation: 'organisation',
};
const EVENTS_ASKED = 60;

/** Every query with every field; lists without a filter, with each one, and with pairs of them, in pages both ways. */
export function questions(schema: GraphQLSchema, values: Values): readonly Question[] {
  const selections = new Selections(schema);
  const queries = Object.values(schema.getQueryType()?.getFields() ?? {});
  return queries.flatMap((query) => {
    const isPaged = query.args.some(({ name }) => name === 'first');
    const selection = selections.of(query);
    return isPaged ? ofList(query, selection, values) : ofSubject(query, selection, values);
  });
}

function ofSubject(
  query: GraphQLField<unknown, unknown>,
  selection: string,
  values: Values,
): readonly Question[] {
  const document = documentOf(query, selection);
  const ask = (variables: JsonObject): Question => ({ query: query.name, document, variables });
  const named = IDS[query.name];
  if (named !== undefined) {
    const ids = spread(values.all(named), named === 'event' ? EVENTS_ASKED : Infinity);
    const versions = query.args.filter(({ name }) => name === 'version');
    return [...ids, 'nobody'].flatMap((id) => [
      ask({ id }),
      ...versions.flatMap((version) =>
        values.for(version).map((number) => ask({ id, version: number })),
      ),
    ]);
  }
  const [organisation, year] = query.args.filter(isRequiredArgument);
  if (organisation === undefined || year === undefined) return [ask({})];
  return [...values.all('organisation'), 'nobody'].flatMap((id) =>
    years(values).map((number) => ask({ organisation: id, year: number })),
  );
}

/** The years of the facts, and the ones before and after, which they must not touch. */
function years(values: Values): readonly number[] {
  const found = values.all('year').map(Number);
  return [...new Set(found.flatMap((year) => [year - 1, year, year + 1]))];
}

function ofList(
  query: GraphQLField<unknown, unknown>,
  selection: string,
  values: Values,
): readonly Question[] {
  const canGoBack = query.args.some(({ name }) => name === 'last');
  const document = documentOf(query, selection);
  const ask = (variables: JsonObject, pages: Pages): Question => ({
    query: query.name,
    document,
    variables,
    pages,
  });
  const filters = query.args.filter(({ name }) => !PAGING.has(name));
  const bases = combinations(filters.filter(isRequiredArgument), values);
  const optional = filters.filter((filter) => !isRequiredArgument(filter));
  const single = optional.flatMap((filter) => choices(filter, values));
  const pairs = pairsOf(optional.map((filter) => choices(filter, values)));
  const filtered = spread(bases, BASES_OF_FILTERS).flatMap((base) => {
    const within = (filter: JsonObject) => ({ ...base, ...filter });
    return [
      ...single.map((filter) => ask(within(filter), SOME)),
      ...pairs.map((filter) => ask(within(filter), SOME)),
      ...(canGoBack ? single.map((filter) => ask(within(filter), BACKWARDS)) : []),
    ];
  });
  return [
    ...bases.flatMap((base) => [ask(base, ALL), ask(base, SMALL)]),
    ...(canGoBack ? bases.map((base) => ask(base, BACKWARDS)) : []),
    ...filtered,
  ];
}

/** All ways to give these arguments a value each. */
function combinations(filters: readonly GraphQLArgument[], values: Values): readonly JsonObject[] {
  return filters.reduce<readonly JsonObject[]>(
    (found, filter) => product(found, choices(filter, values)),
    [{}],
  );
}

/** The values of an argument; one that is an object is given one or two of its fields. */
function choices(
  filter: GraphQLArgument | GraphQLInputField,
  values: Values,
): readonly JsonObject[] {
  const type = getNamedType(filter.type);
  const isList = filter.type.toString().startsWith('[');
  if (!isInputObjectType(type)) {
    return values.for(filter).map((value: Json) => ({ [filter.name]: isList ? [value] : value }));
  }
  const fields = Object.values(type.getFields()).map((field) => choices(field, values));
  return [{}, ...fields.flat(), ...pairsOf(fields)].map((value) => ({ [filter.name]: value }));
}

/** Of each two filters some pairs of their values: of all pairs there are thousands. */
function pairsOf(filters: readonly (readonly JsonObject[])[]): readonly JsonObject[] {
  const twos = filters.flatMap((left, index) =>
    filters.slice(index + 1).map((right) => product(left, right)),
  );
  return twos.flatMap((two) => spread(two, Math.ceil(PAIRS_OF_FILTERS / twos.length)));
}

function product(left: readonly JsonObject[], right: readonly JsonObject[]): readonly JsonObject[] {
  return left.flatMap((start) => right.map((more) => ({ ...start, ...more })));
}

/** One document for all arguments, so that a service prepares it once; what is not given is left out of the variables. */
function documentOf({ name, args }: GraphQLField<unknown, unknown>, selection: string): string {
  const asked = args.filter((argument) => argument.name !== 'atLeast');
  if (asked.length === 0) return `{ ${name} ${selection} }`;
  const declared = asked.map(({ name: argument, type, defaultValue }) => {
    const value = astFromValue(defaultValue, type);
    return `$${argument}: ${type.toString()}${value ? ` = ${print(value)}` : ''}`;
  });
  const passed = asked.map((argument) => `${argument.name}: $${argument.name}`);
  return `query (${declared.join(', ')}) { ${name}(${passed.join(', ')}) ${selection} }`;
}
