import { setTimeout as elapsed } from 'node:timers/promises';
import { LogUnavailable } from '#event-log';

/** After these times what failed is tried again, the second one at most. */
const SHORTEST_MS = 50;
export const LONGEST_MS = 2_000;

/**
 * Does what needs the log as soon as that answers: that it is away says nothing against what is to be done.
 *
 * @throws LogUnavailable only when the signal was given
 */
export async function onceLogAnswers<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let pauseMs = SHORTEST_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof LogUnavailable) || signal.aborted) throw error;
      await elapsed(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
