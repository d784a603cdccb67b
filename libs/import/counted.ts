import { setTimeout as elapsed } from 'node:timers/promises';
import type { ProjectedModels } from '#projection-engine';

/** A batch of a slow store takes a while; a read model that has not moved for so long does not move. */
const MOVES_WITHIN_MS = 120_000;

/**
 * Resolves when the read models have counted everything recorded so far. Decisions that ask one wait for it for a while
 * only: an import, which records faster than slow stores take in, has to wait on their behalf; for all of
 * them, since they are brought up to date together. One that stands still is not waited for: the decision will say so.
 *
 * @param projection that of the read model which is asked
 */
export async function untilCounted(
  projection: string,
  models: Pick<ProjectedModels, 'caughtUp' | 'through'>,
): Promise<void> {
  const over = new AbortController();
  const counted = models.caughtUp().then(() => 'counted');
  try {
    for (let before = -1n, through = await models.through(projection); through > before;) {
      const waited = elapsed(MOVES_WITHIN_MS, 'waited', { signal: over.signal });
      if ((await Promise.race([counted, waited.catch(() => 'over')])) === 'counted') return;
      before = through;
      through = await models.through(projection);
    }
  } finally {
    over.abort();
    // Nobody waits for it any more.
    counted.catch(() => undefined);
  }
}
