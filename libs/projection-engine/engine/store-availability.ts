import { ReadModelsUnavailable } from '#read-models';
import { retryWhile } from './retry-while';

/**
 * Outlasts the store's absence: what is to be written is tried until it is, for nothing is wrong with it. Whoever only
 * wants to know is not made to wait that long.
 */
export class StoreAvailability {
  private absence: ReadModelsUnavailable | undefined;
  private readonly rejections = new Set<(error: ReadModelsUnavailable) => void>();

  constructor(private readonly signal: AbortSignal) {}

  /** Why the store cannot be written to now. */
  get reason(): ReadModelsUnavailable | undefined {
    return this.absence;
  }

  /** @throws {ReadModelsUnavailable} only when the signal was given */
  async persist(work: () => Promise<void>): Promise<void> {
    const passes = (error: unknown): boolean => {
      if (!(error instanceof ReadModelsUnavailable)) return false;
      this.isAway(error);
      return true;
    };
    await retryWhile(work, passes, this.signal);
    this.absence = undefined;
  }

  /** What is waited for, as long as the store is there. @throws {ReadModelsUnavailable} as soon as it is not */
  async whileAvailable<T>(awaited: Promise<T>): Promise<T> {
    const { promise, reject } = Promise.withResolvers<never>();
    if (this.absence !== undefined) reject(this.absence);
    this.rejections.add(reject);
    try {
      return await Promise.race([promise, awaited]);
    } finally {
      this.rejections.delete(reject);
    }
  }

  private isAway(error: ReadModelsUnavailable): void {
    this.absence = error;
    for (const reject of this.rejections) reject(error);
  }
}
