import { getNamedType, isEnumType, isLeafType, isObjectType } from 'graphql';
import type { GraphQLArgument, GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';

/**
 * Selects everything of what a query answers: each field, each sentence in both languages. Of what has queries of its
 * own, and is only referred to here, the values alone.
 */
export class Selections {
  private readonly answeredByQueries: ReadonlySet<GraphQLObjectType>;

  constructor(schema: GraphQLSchema) {
    const queries = Object.values(schema.getQueryType()?.getFields() ?? {});
    this.answeredByQueries = new Set(queries.flatMap((query) => nodeOf(query) ?? []));
  }

  of(field: GraphQLField<unknown, unknown>): string {
    const type = getNamedType(field.type);
    if (!isObjectType(type)) return '';
    const node = nodeOf(field);
    return this.everythingOf(type, node === undefined ? [] : [node]);
  }

  /** @param roots what may be selected in full although queries answer it */
  private everythingOf(
    type: GraphQLObjectType,
    roots: readonly GraphQLObjectType[],
    within: readonly GraphQLObjectType[] = [],
  ): string {
    const path = [...within, type];
    const selected = Object.values(type.getFields()).flatMap((field) => {
      const named = getNamedType(field.type);
      if (!isObjectType(named)) return this.spelled(field, '');
      const isReference =
        path.includes(named) || (this.answeredByQueries.has(named) && !roots.includes(named));
      if (isReference) return this.spelled(field, this.valuesOf(named));
      return this.spelled(field, this.everythingOf(named, roots, path));
    });
    return `{ ${selected.join(' ')} }`;
  }

  private valuesOf(type: GraphQLObjectType): string {
    const values = Object.values(type.getFields()).filter((field) =>
      isLeafType(getNamedType(field.type)),
    );
    return `{ ${values.flatMap((field) => this.spelled(field, '')).join(' ')} }`;
  }

  /** The field as it is, in both languages, and with each of its arguments. */
  private spelled(field: GraphQLField<unknown, unknown>, selection: string): readonly string[] {
    const { name, args } = field;
    const given = args.flatMap((argument) =>
      valuesOf(argument).map((value) => {
        const selected = argument.name === 'language' ? selection : this.shortened(field);
        return `${name}_${aliasOf(argument, value)}: ${name}(${argument.name}: ${value}) ${selected}`;
      }),
    );
    return [`${name} ${selection}`, ...given];
  }

  private shortened(field: GraphQLField<unknown, unknown>): string {
    const type = getNamedType(field.type);
    const node = nodeOf(field);
    if (node === undefined || !isObjectType(type)) return '';
    const values = this.valuesOf(node);
    return node === type ? values : `{ edges { node ${values} } }`;
  }
}

/** What to give an argument of a field inside an answer. */
function valuesOf({ name, type }: GraphQLArgument): readonly string[] {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues().map((value) => value.name);
  return NUMBERS[name] ?? [];
}

const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  first: ['2'],
  last: ['2'],
  year: ['2024'],
};

function aliasOf({ name }: GraphQLArgument, value: string): string {
  return name === 'language' ? value : `${name}_${value}`;
}

/** What a field answers: for a page, what is on it. */
function nodeOf(field: GraphQLField<unknown, unknown>): GraphQLObjectType | undefined {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return undefined;
  const edge = fieldType(type, 'edges');
  return edge === undefined ? type : fieldType(edge, 'node');
}

function fieldType(type: GraphQLObjectType, name: string): GraphQLObjectType | undefined {
  const field = type.getFields()[name];
  const named = field && getNamedType(field.type);
  return isObjectType(named) ? named : undefined;
}
