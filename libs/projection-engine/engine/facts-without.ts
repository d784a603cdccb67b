import type { LoggedFact } from '../runner';
import type { EventReference } from './event-reference';
import { SetAside, Unreadable } from './told-events';
import type { ToldEvent } from './told-events';

/**
 * What a version folds of the events: as if those that it left out had never been recorded. A correction of one of them
 * has nothing to withdraw.
 *
 * @throws the reason why an event cannot be told
 */
export function factsWithout(
  leftOut: readonly EventReference[],
  events: readonly ToldEvent[],
): readonly LoggedFact[] {
  const ids = new Set(leftOut.map(({ event }) => event));
  const facts: LoggedFact[] = [];
  for (const told of events) {
    if (told instanceof SetAside) continue;
    if (told instanceof Unreadable) {
      if (!ids.has(told.event.id)) throw told.reason;
      continue;
    }
    const fact = ids.size === 0 ? told : without(ids, told);
    if (fact !== undefined) facts.push(fact);
  }
  return facts;
}

function without(ids: ReadonlySet<string>, fact: LoggedFact): LoggedFact | undefined {
  if (ids.has(fact.id)) return undefined;
  if (fact.type !== 'FactCorrected') return fact;
  if (ids.has(fact.withdrawn.id)) return undefined;
  return { ...fact, standing: fact.standing.filter(({ id }) => !ids.has(id)) };
}
