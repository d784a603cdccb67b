import {
  getNamedType,
  getNullableType,
  getVariableValues,
  GraphQLError,
  isListType,
} from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { getComplexity } from 'graphql-query-complexity';
import type { ComplexityEstimator } from 'graphql-query-complexity';
import { ApiError, limitExceeded } from '../errors';
import { COSTS } from '../rates';
import { DEFAULT_PAGE, MAX_PAGE_SIZE } from '../queries/shared/page-size';
import { LIMITS } from './limits';

/** Members of a list that says nothing of its size. */
const USUAL_LIST = 5;

/** Free JSON is of any size; the content of an event has about this many values. */
const USUAL_JSON = 20;

/**
 * About as many values as the whole schema has, and one type with those it leads to: lists of introspection say nothing
 * of their size either, and are longer than usual ones.
 */
const INTROSPECTION: Readonly<Record<string, number>> = { __schema: 100_000, __type: 10_000 };

/** The input that names a moment, as of which something is found and folded before it is answered. */
const MOMENT = 'AsOfInput';

/** One per value; a list counts its members as often as there may be. */
const estimator: ComplexityEstimator = ({ type: parent, field, args, childComplexity }) => {
  const introspection = INTROSPECTION[field.name];
  if (introspection !== undefined) return introspection;
  if (parent.name === 'Mutation') return COSTS.command + childComplexity;
  const moments = field.args.filter(
    ({ name, type: input }) => getNamedType(input).name === MOMENT && isGiven(args[name]),
  );
  const work = moments.length * COSTS.moment;
  const type = getNullableType(field.type);
  const isPage =
    'last' in args || 'first' in args || field.args.some(({ name }) => name === 'first');
  if (isPage) return work + 1 + pageSize(args) * childComplexity;
  if (getNamedType(type).name === 'JSON') return USUAL_JSON;
  return work + 1 + (isListType(type) ? USUAL_LIST : 1) * childComplexity;
};

function isGiven(argument: unknown): boolean {
  return argument !== undefined && argument !== null;
}

function pageSize({ first, last }: Readonly<Record<string, unknown>>): number {
  const asked = first ?? last;
  if (typeof asked !== 'number') return DEFAULT_PAGE;
  // A value out of bounds is refused by the page itself; here it must not make the query free.
  return Math.min(Math.max(asked, 1), MAX_PAGE_SIZE);
}

/** One operation of a document, as it is about to be executed. */
export interface PricedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * How many values the answer could hold. Of variables that do not fit, it cannot be told: they are for the execution to
 * refuse, in words that clients know.
 *
 * @throws ApiError `LIMIT_EXCEEDED` for more parts than are counted; `VALIDATION_FAILED`
 */
export function costOf(
  { schema, document, variables }: PricedOperation,
  { name, variableDefinitions = [] }: OperationDefinitionNode,
): number | 'variables-invalid' {
  // Before they are priced: the pricing would coerce them without a bound for its errors.
  const { errors } = getVariableValues(schema, variableDefinitions, variables, {
    maxErrors: LIMITS.errors,
  });
  if (errors !== undefined) return 'variables-invalid';
  try {
    return getComplexity({
      schema,
      query: document,
      estimators: [estimator],
      maxQueryNodes: LIMITS.selections,
      variables,
      ...(name === undefined ? {} : { operationName: name.value }),
    });
  } catch (error) {
    // It has more parts than can be counted, or one of them cannot be asked for at all.
    if (!(error instanceof GraphQLError)) throw error;
    const isAboutAPart = (error.nodes ?? []).length > 0;
    throw isAboutAPart
      ? new ApiError('VALIDATION_FAILED', error.message, { fields: [] })
      : limitExceeded(
          `The operation has more than ${LIMITS.selections} fields.`,
          LIMITS.selections,
        );
  }
}
