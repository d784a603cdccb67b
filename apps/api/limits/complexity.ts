import { BREAK, Kind, visit } from 'graphql';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { limitExceeded } from '../errors';
import { LIMITS } from './limits';
import { costOf } from './operation-cost';
import type { PricedOperation } from './operation-cost';

/** Documents whose operations were found affordable, whatever the variables. */
const affordable = new WeakMap<DocumentNode, Set<OperationDefinitionNode>>();

/** @throws ApiError `LIMIT_EXCEEDED` when the operation or its answer could become too large */
export function requireAffordable(priced: PricedOperation): void {
  const { document, operation } = priced;
  if (operation === undefined || affordable.get(document)?.has(operation) === true) return;
  const complexity = costOf(priced, operation);
  if (complexity === 'variables-invalid') return;
  if (complexity > LIMITS.complexity) {
    throw limitExceeded(
      `The answer could hold ${complexity} values; at most ${LIMITS.complexity} are allowed. Ask for smaller pages or fewer fields.`,
      LIMITS.complexity,
    );
  }
  if (isPricedByVariables(document)) return;
  const known = affordable.get(document) ?? new Set();
  affordable.set(document, known.add(operation));
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
      if (value.kind !== Kind.VARIABLE || !['first', 'last'].includes(name.value)) return undefined;
      isPriced = true;
      return BREAK;
    },
  });
  return isPriced;
}
