import { getOperationAST, GraphQLError, parse, specifiedRules, validate } from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { depthRule, LIMITS, requireAdmissible } from '../limits';

export interface AskedOperation {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

export interface PreparedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly operationName: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** See `RateLimits`. */
  readonly cost: number;
}

/**
 * What an operation must be before it is executed: the same as over HTTP, where Apollo calls what is called here.
 *
 * @throws ApiError, GraphQLError
 * @returns errors of the validation, where there are any
 */
export function prepareOperation(
  schema: GraphQLSchema,
  { query, operationName, variables: given }: AskedOperation,
): PreparedOperation | readonly GraphQLError[] {
  const document = parse(query, { maxLexicalTokens: LIMITS.tokens });
  const errors = validate(schema, document, [...specifiedRules, depthRule], {
    maxErrors: LIMITS.errors,
  });
  if (errors.length > 0) return errors;
  const operation = getOperationAST(document, operationName);
  if (!operation) return [new GraphQLError('There is no such operation in the document.')];
  const variables = given ?? {};
  const cost = requireAdmissible({ schema, document, operation, variables });
  return { document, operation, operationName, variables, cost };
}
