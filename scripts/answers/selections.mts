import { getNamedType, isLeafType, isObjectType } from 'graphql';
import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';

const LANGUAGES = ['VI', 'EN'];

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
    const selected = Object.values(type.getFields()).flatMap((field) => {
      const named = getNamedType(field.type);
      if (!isObjectType(named)) return this.spelled(field, '');
      const isReference =
        within.includes(named) || (this.answeredByQueries.has(named) && !roots.includes(named));
      if (isReference) return this.spelled(field, this.valuesOf(named));
      return this.spelled(field, this.everythingOf(named, roots, [...within, type]));
    });
    return `{ ${selected.join(' ')} }`;
  }

  private valuesOf(type: GraphQLObjectType): string {
    const values = Object.values(type.getFields()).filter(({ type: of }) =>
      isLeafType(getNamedType(of)),
    );
    return `{ ${values.flatMap((field) => this.spelled(field, '')).join(' ')} }`;
  }

  private spelled(field: GraphQLField<unknown, unknown>, selection: string): readonly string[] {
    const { name, args } = field;
    if (!args.some((argument) => argument.name === 'language')) return [`${name} ${selection}`];
    return LANGUAGES.map(
      (language) => `${name}_${language}: ${name}(language: ${language}) ${selection}`,
    );
  }
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
