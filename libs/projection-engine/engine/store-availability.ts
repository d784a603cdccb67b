import { ReadModelsUnavailable } from '#read-models';
import { retryWhile } from './retry-while';

/**
 * Retries writes while the store is unavailable, for as long as it takes, since nothing is wrong
 * with them. Reads do not wait: they fail at once.
 */
export class StoreAvailability {
  private absence: ReadModelsUnavailable | undefined;
  private readonly rejections = new Set<(error: ReadModelsUnavailable) => void>();

  constructor(private readonly signal: AbortSignal) {}

  /** The reason why the store is unavailable; `undefined` while it is available. */
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

  /** The awaited result. @throws {ReadModelsUnavailable} as soon as the store is unavailable */
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
