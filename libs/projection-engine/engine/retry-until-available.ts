import { LogUnavailable } from '#event-log';
import { retryWhile } from './retry-while';

/**
 * Repeats the work until the log is available.
 *
 * @throws LogUnavailable only when the signal is aborted
 */
export function retryUntilAvailable<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  return retryWhile(work, (error) => error instanceof LogUnavailable, signal);
}
