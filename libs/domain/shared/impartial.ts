import type { DecisionContext } from './context';
import { handlersBehind } from './handlers';
import type { Subject } from './refusal';
import { firstRefusal, requireThat } from './requirements';
import type { Requirement } from './requirements';

/** Whoever proposed or handled something neither appraises it nor decides about it, nor enters that for others. */
export function requireNoneOf(
  handlers: readonly string[],
  subject: Subject,
  context: Pick<DecisionContext, 'actor' | 'enteredBy'>,
): Requirement {
  return firstRefusal(
    ...handlersBehind(context).map((handler) =>
      requireThat(!handlers.includes(handler), 'PROPOSER_IS_APPROVER', { handler, subject }),
    ),
  );
}
