import { getNullableType, isListType } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { getComplexity } from 'graphql-query-complexity';
import type { ComplexityEstimator } from 'graphql-query-complexity';
import { limitExceeded } from '../errors';
import { DEFAULT_PAGE, MAX_PAGE_SIZE } from '../queries/shared/page-size';
import { LIMITS } from './limits';

/** Members of a list that says nothing of its size. */
const USUAL_LIST = 5;

/** One per value; a list counts its members as often as there may be. */
const estimator: ComplexityEstimator = ({ field, args, childComplexity }) => {
  const type = getNullableType(field.type);
  const isPage =
    'last' in args || 'first' in args || field.args.some(({ name }) => name === 'first');
  if (isPage) return 1 + pageSize(args) * childComplexity;
  return 1 + (isListType(type) ? USUAL_LIST : 1) * childComplexity;
};

function pageSize({ first, last }: Readonly<Record<string, unknown>>): number {
  const asked = first ?? last;
  if (typeof asked !== 'number') return DEFAULT_PAGE;
  // What is out of bounds is refused by the page itself; here it must not become free.
  return Math.min(Math.max(asked, 1), MAX_PAGE_SIZE);
}

/** @throws ApiError `LIMIT_EXCEEDED` when an answer could become too large */
export function requireAffordable(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
  variables: Readonly<Record<string, unknown>>,
): void {
  const complexity = getComplexity({
    schema,
    query: document,
    estimators: [estimator],
    variables,
    ...(operationName === undefined ? {} : { operationName }),
  });
  if (complexity <= LIMITS.complexity) return;
  throw limitExceeded(
    `The answer could hold ${complexity} values; at most ${LIMITS.complexity} are allowed. Ask for smaller pages or fewer fields.`,
    LIMITS.complexity,
  );
}
