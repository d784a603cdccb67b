import { BREAK, Kind, visit } from 'graphql';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { limitExceeded } from '../errors';
import { LIMITS } from './limits';
import { costOf } from './operation-cost';
import type { PricedOperation } from './operation-cost';

/** Arguments whose values tell what something costs. */
const PRICED: readonly string[] = ['first', 'last', 'asOf'];

/** What operations cost that cost the same whatever the variables. They live as long as their documents. */
const known = new WeakMap<OperationDefinitionNode, number>();

/**
 * What an operation costs: the values that its answer may hold. Of one that is going to be refused as invalid, nothing.
 *
 * @throws ApiError `LIMIT_EXCEEDED` when the operation or its answer could become too large
 */
export function affordableCost(priced: PricedOperation): number {
  const { document, operation } = priced;
  if (operation === undefined) return 0;
  const before = known.get(operation);
  if (before !== undefined) return before;
  const complexity = costOf(priced, operation);
  if (complexity === 'variables-invalid') return 0;
  if (complexity > LIMITS.complexity) {
    throw limitExceeded(
      `The answer could hold ${complexity} values; at most ${LIMITS.complexity} are allowed. Ask for smaller pages or fewer fields.`,
      LIMITS.complexity,
    );
  }
  if (!isPricedByVariables(document)) known.set(operation, complexity);
  return complexity;
}

/** Whether a variable says how large a page is, or whether something is asked for at all. */
function isPricedByVariables(document: DocumentNode): boolean {
  let isPriced = false;
  visit(document, {
    Directive: () => {
      isPriced = true;
      return BREAK;
    },
    Argument: ({ name, value }) => {
      if (value.kind !== Kind.VARIABLE || !PRICED.includes(name.value)) return undefined;
      isPriced = true;
      return BREAK;
    },
  });
  return isPriced;
}
