import { operationTimedOut } from '../errors';

/** How long one operation may take. When it is over, it is answered, and what is not resolved yet is not begun. */
export class OperationTime {
  private readonly ending = new AbortController();

  constructor(private readonly ms: number) {}

  /** @throws ApiError `UNAVAILABLE` once the time is over */
  requireLeft(): void {
    this.ending.signal.throwIfAborted();
  }

  /** @throws ApiError `UNAVAILABLE` when it takes too long */
  async bound<T>(work: () => Promise<T>): Promise<T> {
    const { signal } = this.ending;
    const over = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => {
        reject(signal.reason as Error);
      });
    });
    const clock = setTimeout(() => {
      this.ending.abort(operationTimedOut(this.ms));
    }, this.ms);
    try {
      return await Promise.race([work(), over]);
    } finally {
      clearTimeout(clock);
    }
  }
}
