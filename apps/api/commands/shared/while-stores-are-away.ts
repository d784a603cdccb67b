import { LogUnavailable } from '#event-log';
import { within } from '#operations';
import { isAbsence, retryWhile } from '#projection-engine';

/**
 * Repeats a command while a store is slow or away, for at most so long; a command has an id, so that repeating it is
 * safe. A try that is under way then is left alone: repeating the command tells what became of it.
 *
 * @throws what the command throws, and a store's absence once the time is over
 */
export async function whileStoresAreAway<T extends object>(
  ms: number,
  give: () => Promise<T>,
): Promise<T> {
  const over = new AbortController();
  let reason: Error = new LogUnavailable(`No store answered within ${ms} ms`, 'unknown');
  const passes = (error: unknown): boolean => {
    if (!isAbsence(error)) return false;
    reason = error;
    return true;
  };
  const given = await within(ms, retryWhile(give, passes, over.signal));
  if (given !== undefined) return given;
  over.abort();
  throw reason;
}
