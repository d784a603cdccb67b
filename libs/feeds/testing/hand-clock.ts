import type { Elapsed } from '../elapsed';

interface Waiting {
  readonly until: number;
  readonly resolve: () => void;
}

/** Time that passes when the test says so. */
export class HandClock {
  private now = 0;
  private readonly waiting = new Set<Waiting>();

  readonly elapsed: Elapsed = (ms, signal) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    if (signal.aborted) resolve();
    const waiting = { until: this.now + ms, resolve };
    this.waiting.add(waiting);
    signal.addEventListener('abort', () => {
      this.waiting.delete(waiting);
      resolve();
    });
    return promise;
  };

  pass(ms: number): void {
    this.now += ms;
    for (const waiting of this.waiting) {
      if (waiting.until > this.now) continue;
      this.waiting.delete(waiting);
      waiting.resolve();
    }
  }
}
