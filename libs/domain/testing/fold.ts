import type { Aggregate } from '../shared/aggregate';
import type { Effective, Fact } from '../shared/event';
import { deepFreeze } from './deep-freeze';

/**
 * The state that facts of any streams, in the order recorded, give one stream of an aggregate.
 * Every state on the way is frozen, so that an `evolve` that changes its input fails loudly.
 */
export function fold<C extends { readonly type: string }, F extends Fact<string, object>, S>(
  aggregate: Aggregate<C, F, S>,
  stream: string,
  facts: readonly Effective<Fact<string, object>>[],
): S | undefined {
  const own = facts.filter(
    (fact): fact is Effective<F> =>
      Object.hasOwn(aggregate.facts, fact.type) && aggregate.streamOf(fact.data) === stream,
  );
  if (own.length === 0) return undefined;
  return own.reduce(
    (state, fact) => deepFreeze(aggregate.evolve(state, deepFreeze(fact))),
    deepFreeze(aggregate.initial),
  );
}
