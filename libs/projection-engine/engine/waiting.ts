/**
 * The least time for which live events gather while nobody waits for one: many together cost
 * little more than one. Under load it is as long as the last batch took, so that commands get
 * half of the time.
 */
const REST_MS = 50;

interface Waiter {
  readonly position: bigint;
  readonly resolve: (reached: boolean) => void;
}

/** The waits for a projection to apply a position. */
export class Waiting {
  private readonly waiters = new Map<string, Set<Waiter>>();
  private wake: () => void = () => undefined;

  wait(projection: string, position: bigint, timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const ofProjection = this.waiters.get(projection) ?? new Set();
      this.waiters.set(projection, ofProjection);
      const timer = setTimeout(() => {
        ofProjection.delete(waiter);
        resolve(false);
      }, timeoutMs);
      const waiter: Waiter = {
        position,
        resolve: (reached) => {
          clearTimeout(timer);
          resolve(reached);
        },
      };
      ofProjection.add(waiter);
      this.wake();
    });
  }

  /** The pause between two live batches, given how long the last one took; ends early when someone waits. */
  rest(tookMs: number): Promise<void> {
    return this.untilSomeoneWaits(Math.max(REST_MS, tookMs));
  }

  /** Resolves at once while someone waits, otherwise when someone starts to wait, or after the time. */
  private async untilSomeoneWaits(atMostMs: number): Promise<void> {
    if (this.awaited().length > 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, atMostMs);
    this.wake = resolve;
    await promise;
    clearTimeout(timer);
  }

  /** The projections that someone waits for. */
  awaited(): readonly string[] {
    return [...this.waiters].flatMap(([name, waiters]) => (waiters.size > 0 ? [name] : []));
  }

  reached(projection: string, position: bigint): void {
    this.settle(projection, (waiter) => waiter.position <= position, true);
  }

  giveUp(projection: string): void {
    this.settle(projection, () => true, false);
  }

  giveUpAll(): void {
    this.wake();
    for (const projection of this.waiters.keys()) this.giveUp(projection);
  }

  private settle(projection: string, isDue: (waiter: Waiter) => boolean, result: boolean): void {
    const ofProjection = this.waiters.get(projection) ?? new Set<Waiter>();
    for (const waiter of ofProjection) {
      if (!isDue(waiter)) continue;
      ofProjection.delete(waiter);
      waiter.resolve(result);
    }
  }
}
