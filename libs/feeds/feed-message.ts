import type { EventId, Position, RecordedEvent } from '#event-log';

/** A place in the log: right behind an event. None: before the first. */
export interface Place {
  readonly id: EventId;
  readonly position: Position;
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

export interface Following<T> {
  /** Exclusive; `end` is what is recorded from now on. */
  readonly after: Place | 'start' | 'end';
  readonly heartbeatMs: number;
  /**
   * Asked for each event when its turn has come; `undefined` leaves it out. An error ends the feed with it. Most events
   * are for few of those who follow: what is told at once costs the others next to nothing.
   */
  readonly select: (event: RecordedEvent) => Promise<T | undefined> | undefined;
  /** Aborting ends the feed normally. */
  readonly signal: AbortSignal;
}
