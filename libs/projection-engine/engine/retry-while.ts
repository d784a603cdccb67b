import { setTimeout as elapsed } from 'node:timers/promises';

/** The first and the longest pause between two tries. */
const SHORTEST_MS = 50;
export const LONGEST_MS = 2_000;

/**
 * Repeats the work until it succeeds, as long as its errors are temporary.
 *
 * @throws an error that is not temporary, and any error once the signal is aborted
 */
export async function retryWhile<T>(
  work: () => Promise<T>,
  passes: (error: unknown) => boolean,
  signal: AbortSignal,
): Promise<T> {
  for (let pauseMs = SHORTEST_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_MS)) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted || !passes(error)) throw error;
      await elapsed(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
