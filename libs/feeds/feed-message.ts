import type { EventId, Position, RecordedEvent } from '#event-log';

/** A place in the log: right behind an event. None: before the first. */
export interface Place {
  readonly id: EventId;
  readonly position: Position;
  /** Where the event is in its stream, once the log was read that far. */
  readonly inStream?: Pick<RecordedEvent, 'stream' | 'revision'>;
}

export function placeOf({ id, position, stream, revision }: RecordedEvent): Required<Place> {
  return { id, position, inStream: { stream, revision } };
}

/**
 * What a feed brings, in the order of the log. Each message holds how far the feed has come, what was not selected
 * included: who goes on behind that place misses nothing and sees nothing twice.
 */
export type FeedMessage<T> =
  | { readonly kind: 'event'; readonly place: Place; readonly item: T }
  /** Once, behind everything that was acknowledged before the feed was asked for. */
  | { readonly kind: 'caughtUp'; readonly place: Place | undefined }
  | { readonly kind: 'heartbeat'; readonly place: Place | undefined };

/** Which events a consumer takes, and what it takes of them. */
export type Selection<T> = Pick<Following<T>, 'concerns' | 'select'>;

export interface Following<T> {
  /** Exclusive; `end` is what is recorded from now on. */
  readonly after: Place | 'start' | 'end';
  readonly heartbeatMs: number;
  /**
   * Whether an event may be for this consumer, told from the event alone and whenever it is asked; by default, any may.
   * Most events are for few of those who follow: the others are not even woken.
   */
  readonly concerns?: (event: RecordedEvent) => boolean;
  /** Asked for each event that concerns when its turn has come; `undefined` leaves it out. An error ends the feed with it. */
  readonly select: (event: RecordedEvent) => Promise<T | undefined>;
  /** Aborting ends the feed normally. */
  readonly signal: AbortSignal;
}
