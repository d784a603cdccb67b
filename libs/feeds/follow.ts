import type { RecordedEvent } from '#event-log';
import type { Elapsed } from './elapsed';
import { placeOf } from './feed-message';
import type { FeedMessage, Following, Place } from './feed-message';
import { Heartbeat } from './heartbeat';
import type { Tap } from './tap';
import type { FollowedLog, Upstream } from './upstream';

/** Read at once from the log. */
const SLICE = 256;

/** The messages of one consumer: by reading the log until its end, then from its tap, and again by reading it if that overflows. */
export class Follow<T> {
  private place: Place | undefined;
  private isLive = false;
  private readonly heartbeat: Heartbeat;
  private readonly concerns: (event: RecordedEvent) => boolean;

  constructor(
    private readonly log: FollowedLog,
    private readonly upstream: Upstream,
    private readonly following: Following<T>,
    elapsed: Elapsed,
    private readonly signal: AbortSignal,
  ) {
    this.heartbeat = new Heartbeat(elapsed, following.heartbeatMs, signal);
    this.concerns = following.concerns ?? (() => true);
  }

  async *messages(): AsyncGenerator<FeedMessage<T>, void, undefined> {
    this.place = await this.begin();
    while (!this.isOver()) {
      const tap = await this.upstream.tap(this.concerns);
      const end = () => {
        tap.end();
      };
      this.signal.addEventListener('abort', end);
      try {
        yield* this.past();
        if (!this.isOver() && !this.isLive) {
          this.isLive = true;
          yield { kind: 'caughtUp', place: this.place };
        }
        if ((yield* this.live(tap)) === 'ended') return;
      } finally {
        this.signal.removeEventListener('abort', end);
        this.upstream.release(tap);
      }
    }
  }

  private isOver(): boolean {
    return this.signal.aborted;
  }

  private async begin(): Promise<Place | undefined> {
    const { after } = this.following;
    if (after === 'start') return undefined;
    if (after !== 'end') return after;
    const [last] = await this.log.readAllSlice({ direction: 'backwards', maxCount: 1 });
    return last && placeOf(last);
  }

  private async *past(): AsyncGenerator<FeedMessage<T>, void, undefined> {
    while (!this.isOver()) {
      const after = this.place?.position ?? 'start';
      const slice = await this.log.readAllSlice({ after, maxCount: SLICE });
      if (slice.length === 0) return;
      for (const event of slice) yield* this.pass(event);
    }
  }

  private async *live(tap: Tap): AsyncGenerator<FeedMessage<T>, 'overflowed' | 'ended', undefined> {
    while (!this.isOver()) {
      await Promise.race([tap.arrival, this.heartbeat.next]);
      const { events, state, through } = tap.draw();
      for (const event of events) yield* this.pass(event);
      if (state !== 'open') return state;
      if (through !== undefined && isBehind(this.place, through)) this.place = through;
      yield* this.beat();
    }
    return 'ended';
  }

  private async *pass(event: RecordedEvent): AsyncGenerator<FeedMessage<T>, void, undefined> {
    // What the tap holds may have been read already.
    if (this.isOver() || !isBehind(this.place, event)) return;
    const item = this.concerns(event) ? await this.following.select(event) : undefined;
    const place = placeOf(event);
    this.place = place;
    if (item !== undefined) yield { kind: 'event', place, item };
    yield* this.beat();
  }

  private *beat(): Generator<FeedMessage<T>, void, undefined> {
    if (!this.heartbeat.isDue || this.isOver()) return;
    this.heartbeat.restart();
    yield { kind: 'heartbeat', place: this.place };
  }
}

function isBehind(place: Place | undefined, { position }: Place): boolean {
  return place === undefined || place.position < position;
}
