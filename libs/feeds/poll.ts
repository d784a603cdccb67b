import type { Feeds } from './feeds';
import type { Following, Place } from './feed-message';

export interface Polling<T> extends Omit<Following<T>, 'heartbeatMs'> {
  /** Events, at most. */
  readonly limit: number;
  /** How long to wait for the first event once the past is through. */
  readonly waitMs: number;
}

export interface Polled<T> {
  readonly events: readonly { readonly place: Place; readonly item: T }[];
  /** Where the next poll goes on. */
  readonly place: Place | undefined;
  /** Whether everything recorded before the poll has been looked through. */
  readonly caughtUp: boolean;
}

/** A poll that waits for nothing still has time to look through the past. */
const LEAST_MS = 1_000;

/** One portion of a feed: what there is, or else the first event within the time. */
export async function poll<T>(
  feeds: Feeds,
  { limit, waitMs, ...following }: Polling<T>,
): Promise<Polled<T>> {
  const events: { readonly place: Place; readonly item: T }[] = [];
  let place: Place | undefined;
  let caughtUp = false;
  const heartbeatMs = Math.max(waitMs, LEAST_MS);
  for await (const message of feeds.follow({ ...following, heartbeatMs })) {
    place = message.place;
    if (message.kind === 'event') events.push(message);
    else caughtUp ||= message.kind === 'caughtUp';
    const isEnough = events.length === limit || (caughtUp && (events.length > 0 || waitMs === 0));
    if (isEnough || message.kind === 'heartbeat') break;
  }
  return { events, place, caughtUp };
}
