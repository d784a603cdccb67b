import { untilPassed } from './elapsed';
import type { Elapsed } from './elapsed';
import type { FeedMessage, Following } from './feed-message';
import { Follow } from './follow';
import { Upstream } from './upstream';
import type { FollowedLog } from './upstream';

/** Live events that wait for one consumer. */
const CAPACITY = 1_000;

interface FeedsOptions {
  readonly capacity?: number;
  /** By default, this machine's time. */
  readonly elapsed?: Elapsed;
}

/**
 * The log, followed by many: each from where it wants and as fast as it can. However many they are, the log is subscribed
 * to once; one that lags reads the log again, so that its buffer is bounded and its feed is not.
 */
export class Feeds {
  private readonly upstream: Upstream;
  private readonly elapsed: Elapsed;

  constructor(
    private readonly log: FollowedLog,
    { capacity = CAPACITY, elapsed = untilPassed }: FeedsOptions = {},
  ) {
    this.elapsed = elapsed;
    this.upstream = new Upstream(log, elapsed, capacity);
  }

  /** @throws LogUnavailable while the log cannot be read; what `select` throws */
  async *follow<T>(following: Following<T>): AsyncGenerator<FeedMessage<T>, void, undefined> {
    const ended = new AbortController();
    const signal = AbortSignal.any([following.signal, ended.signal]);
    try {
      yield* new Follow(this.log, this.upstream, following, this.elapsed, signal).messages();
    } finally {
      ended.abort();
    }
  }
}
