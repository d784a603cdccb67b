import { setTimeout as elapsed } from 'node:timers/promises';
import { ReadModelsUnavailable } from '#read-models';

/** After these times what failed is tried again, the second one at most. */
const SHORTEST_MS = 50;
const LONGEST_MS = 2_000;

/**
 * Outlasts the store's absence: what is to be written is tried until it is, for nothing is wrong with it. Whoever only
 * wants to know is not made to wait that long.
 */
export class Patience {
  private absence: ReadModelsUnavailable | undefined;
  private readonly impatient = new Set<(error: ReadModelsUnavailable) => void>();

  constructor(private readonly signal: AbortSignal) {}

  /** Why the store cannot be written to now. */
  get reason(): ReadModelsUnavailable | undefined {
    return this.absence;
  }

  /** @throws {ReadModelsUnavailable} only when the signal was given */
  async persist(work: () => Promise<void>): Promise<void> {
    for (let pauseMs = SHORTEST_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_MS)) {
      try {
        await work();
        this.absence = undefined;
        return;
      } catch (error) {
        if (!(error instanceof ReadModelsUnavailable) || this.signal.aborted) throw error;
        this.isAway(error);
        await elapsed(pauseMs, undefined, { signal: this.signal }).catch(() => undefined);
      }
    }
  }

  /** What is waited for, as long as the store is there. @throws {ReadModelsUnavailable} as soon as it is not */
  async whileThere<T>(awaited: Promise<T>): Promise<T> {
    const { promise, reject } = Promise.withResolvers<never>();
    if (this.absence !== undefined) reject(this.absence);
    this.impatient.add(reject);
    try {
      return await Promise.race([promise, awaited]);
    } finally {
      this.impatient.delete(reject);
    }
  }

  private isAway(error: ReadModelsUnavailable): void {
    this.absence = error;
    for (const reject of this.impatient) reject(error);
  }
}
