import { isAbsence, retryWhile } from '#projection-engine';

/** A store does not answer, or a read model is behind: the import waits for it and then goes on. */
export interface Waiting {
  /** What the store said, or that it said nothing. */
  readonly reason: string;
  /** How often it was tried since something last succeeded. */
  readonly tries: number;
}

export interface OutageOptions {
  readonly onWaiting?: (waiting: Waiting) => void;
  /** Ends the waiting, not the work. */
  readonly signal?: AbortSignal;
}

/**
 * Repeats work while a store is away: nothing is wrong with the rows, and every command of an import has an id, so
 * that repeating it is safe. Of rows tried at the same time, one tells that they wait.
 */
export class Outages {
  private told = 0;

  private readonly signal: AbortSignal;

  constructor(private readonly options: OutageOptions) {
    this.signal = options.signal ?? new AbortController().signal;
  }

  /** @throws what the work throws, but a store's absence only once the signal is aborted */
  async bridge<T>(work: () => Promise<T>): Promise<T> {
    let tries = 0;
    const passes = (error: unknown): boolean => {
      if (!isAbsence(error)) return false;
      tries += 1;
      if (tries > this.told) {
        this.told = tries;
        this.options.onWaiting?.({ reason: error.message, tries });
      }
      return true;
    };
    const result = await retryWhile(work, passes, this.signal);
    this.told = 0;
    return result;
  }
}
