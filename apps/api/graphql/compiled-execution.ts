import { execute, getOperationAST, getVariableValues, GraphQLError } from 'graphql';
import type {
  DocumentNode,
  ExecutionResult,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import { isCompilable } from './compilable';
import { Compiler } from './compiler';

/** One operation to execute, parsed and validated. */
export interface OperationRequest {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: unknown;
}

type Known = CompiledQuery | 'seen' | 'not-compilable';

/**
 * Executes queries by compiled code, which takes about two thirds of the time of interpreting them,
 * and answers what graphql-js answers. An operation is compiled when it is seen for the second
 * time; what the compiler does otherwise than graphql-js is left to graphql-js.
 */
export class CompiledExecution {
  // Operations live as long as the server's bounded store of documents holds them.
  private readonly operations = new WeakMap<OperationDefinitionNode, Known>();
  private readonly compiler: Compiler;

  constructor(private readonly schema: GraphQLSchema) {
    this.compiler = new Compiler(schema);
  }

  async execute(request: OperationRequest): Promise<ExecutionResult> {
    const { document, operationName, variables, context } = request;
    const operation = getOperationAST(document, operationName);
    const compiled = operation ? this.compiledFor(document, operation) : undefined;
    if (!operation || compiled === undefined) return this.interpret(request);
    const { coerced } = getVariableValues(
      this.schema,
      operation.variableDefinitions ?? [],
      variables,
    );
    if (coerced === undefined) return this.interpret(request);
    const result = (await compiled.query(undefined, context, coerced)) as ExecutionResult;
    const [error, ...others] = result.errors ?? [];
    if (error === undefined) return result;
    // Of several errors the compiler tells others, in another order; a query can be executed again.
    if (others.length > 0) return this.interpret(request);
    return { ...result, errors: [asGraphQLError(error)] };
  }

  private interpret({ document, operationName, variables, context }: OperationRequest) {
    return execute({
      schema: this.schema,
      document,
      operationName,
      variableValues: variables,
      contextValue: context,
    });
  }

  private compiledFor(
    document: DocumentNode,
    operation: OperationDefinitionNode,
  ): CompiledQuery | undefined {
    const known = this.operations.get(operation);
    if (known === 'not-compilable') return undefined;
    if (known !== undefined && known !== 'seen') return known;
    const next = known === undefined ? 'seen' : this.compiled(document, operation);
    this.operations.set(operation, next);
    return typeof next === 'string' ? undefined : next;
  }

  private compiled(document: DocumentNode, operation: OperationDefinitionNode): Known {
    if (!isCompilable(document, operation)) return 'not-compilable';
    return this.compiler.compile(document, operation) ?? 'not-compilable';
  }
}

/** The compiler's errors only look like those of graphql-js. */
function asGraphQLError(compiled: GraphQLError): GraphQLError {
  const { message, path, locations, originalError, extensions } = compiled;
  const error = new GraphQLError(message, {
    path: path ?? null,
    originalError: originalError ?? null,
    extensions,
  });
  Object.defineProperty(error, 'locations', { value: locations, enumerable: true });
  return error;
}
