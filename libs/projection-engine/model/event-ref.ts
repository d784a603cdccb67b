import type { EventId, Instant } from '#vocabulary';
import type { LoggedFact } from '../runner';

/** Points at the event a statement in a document rests on, and says when it was true and when it was learnt. */
export interface EventRef {
  readonly event: EventId;
  /** Decimal. */
  readonly position: string;
  readonly type: LoggedFact['type'];
  readonly effectiveAt: Instant;
  readonly recordedAt: Instant;
}

/** What every document carries: the events it rests on, in the order recorded. */
export interface Grounded {
  readonly events: readonly EventRef[];
}

export function refTo(event: LoggedFact): EventRef {
  return {
    event: event.id,
    position: event.position.toString(),
    type: event.type,
    effectiveAt: event.metadata.effectiveAt,
    recordedAt: event.recordedAt,
  };
}
