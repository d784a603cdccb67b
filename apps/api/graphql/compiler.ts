import { GraphQLScalarType, GraphQLSchema, Kind, visit } from 'graphql';
import type {
  DocumentNode,
  OperationDefinitionNode,
  TypeNode,
  VariableDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { CompiledQuery } from 'graphql-jit';

/** Takes values as they are: those that graphql-js has coerced before. */
const COERCED = new GraphQLScalarType({ name: 'CoercedBefore' });

const COERCED_TYPE: TypeNode = {
  kind: Kind.NAMED_TYPE,
  name: { kind: Kind.NAME, value: COERCED.name },
};

/** Compiles operations into functions that take coerced variables. */
export class Compiler {
  private readonly schema: GraphQLSchema;

  constructor(schema: GraphQLSchema) {
    const config = schema.toConfig();
    this.schema = new GraphQLSchema({
      ...config,
      types: [...config.types, COERCED],
      assumeValid: true,
    });
  }

  compile(document: DocumentNode, operation: OperationDefinitionNode): CompiledQuery | undefined {
    const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
    const { variableDefinitions = [] } = operation;
    const alone: DocumentNode = {
      kind: Kind.DOCUMENT,
      definitions: [
        { ...operation, variableDefinitions: variableDefinitions.map(coercedBefore) },
        ...fragments,
      ],
    };
    // The compiler writes notes into what it compiles, which others have as well.
    const compiled = compileQuery(this.schema, copyOf(alone), operation.name?.value);
    return isCompiledQuery(compiled) ? compiled : undefined;
  }
}

/** Nodes of its own, at the same places of the same text. */
function copyOf(document: DocumentNode): DocumentNode {
  return visit<DocumentNode>(document, { enter: (node) => ({ ...node }) });
}

function coercedBefore({ kind, variable }: VariableDefinitionNode): VariableDefinitionNode {
  return { kind, variable, type: COERCED_TYPE };
}
