import { isCorrection, standingFacts } from '#domain';
import type { DomainAggregate, DomainEvent, DomainState, Effective } from '#domain';
import { isOurs } from '#event-log';
import type { RecordedEvent } from '#event-log';
import { Origins } from './origins';

/** One stream as a decision needs it. */
export interface LoadedStream {
  readonly state: DomainState;
  /** -1 while the stream does not exist. */
  readonly revision: number;
  /** May know of more than the state: what was recorded since. */
  readonly origins: Origins;
}

export function emptyStream(aggregate: DomainAggregate): LoadedStream {
  return { state: aggregate.initial, revision: -1, origins: new Origins() };
}

export function withEvents(
  loaded: LoadedStream,
  events: readonly RecordedEvent[],
  aggregate: DomainAggregate,
): LoadedStream {
  const { origins } = loaded;
  let { state, revision } = loaded;
  for (const event of events) {
    // Somebody else's takes a revision of the stream, and says nothing to us.
    revision = event.revision;
    if (!isOurs(event)) continue;
    state = aggregate.evolve(state, factOf(event));
    origins.add(event);
  }
  return { state, revision, origins };
}

/** A stream read from its beginning: what was corrected in it does not count. */
export function wholeStream(
  events: readonly RecordedEvent[],
  aggregate: DomainAggregate,
): LoadedStream {
  const ours = events.filter(isOurs);
  const { state } = withEvents(emptyStream(aggregate), standingFacts(ours), aggregate);
  const origins = new Origins();
  for (const event of ours) origins.add(event);
  return { state, revision: events.at(-1)?.revision ?? -1, origins };
}

/** Whether what was folded before may not stand any more. */
export function correctsAny(events: readonly RecordedEvent[]): boolean {
  return events.some((event) => isCorrection(event) && isOurs(event));
}

/** Of what is ours in a stream, this domain decided all; upcasting brought it to the current shape. */
function factOf({ type, data, metadata }: RecordedEvent): Effective<DomainEvent> {
  return { type, data, effectiveAt: metadata.effectiveAt } as Effective<DomainEvent>;
}
