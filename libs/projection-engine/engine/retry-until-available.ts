import { LogUnavailable } from '#event-log';
import { retryWhile } from './retry-while';

/**
 * Does what needs the log as soon as that answers: that it is away says nothing against what is to be done.
 *
 * @throws LogUnavailable only when the signal was given
 */
export function retryUntilAvailable<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  return retryWhile(work, (error) => error instanceof LogUnavailable, signal);
}
