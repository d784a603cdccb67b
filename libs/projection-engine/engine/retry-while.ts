import { setTimeout as elapsed } from 'node:timers/promises';

/** After these times what failed is tried again, the second one at most. */
const SHORTEST_MS = 50;
export const LONGEST_MS = 2_000;

/**
 * Does the work until it is done, for as long as what goes wrong with it passes by itself.
 *
 * @throws what does not pass, and whatever went wrong once the signal was given
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
