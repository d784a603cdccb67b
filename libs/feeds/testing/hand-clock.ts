import type { Elapsed } from '../elapsed';

interface Waiting {
  readonly until: number;
  readonly resolve: () => void;
}

/** Time that passes when the test says so. */
export class HandClock {
  private now: number;
  private readonly waiting = new Set<Waiting>();
  private asked = Promise.withResolvers<void>();

  /** @param start milliseconds since 1970 */
  constructor(start = 0) {
    this.now = start;
  }

  readonly date = (): Date => new Date(this.now);

  readonly elapsed: Elapsed = (ms, signal) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    if (signal.aborted) resolve();
    const waiting = { until: this.now + ms, resolve };
    if (!signal.aborted) this.waiting.add(waiting);
    this.asked.resolve();
    signal.addEventListener('abort', () => {
      this.waiting.delete(waiting);
      resolve();
    });
    return promise;
  };

  /** How long until the next thing is due; resolves once something waits. */
  async untilWaiting(): Promise<number> {
    while (this.waiting.size === 0) {
      this.asked = Promise.withResolvers();
      await this.asked.promise;
    }
    return Math.min(...[...this.waiting].map(({ until }) => until - this.now));
  }

  pass(ms: number): void {
    this.now += ms;
    for (const waiting of this.waiting) {
      if (waiting.until > this.now) continue;
      this.waiting.delete(waiting);
      waiting.resolve();
    }
  }
}
