import { setTimeout as elapsed } from 'node:timers/promises';
import type { ProjectedModels } from '#projection-engine';

/** A slow store takes a while for a batch; a read model that has not advanced for this long stands still. */
const MOVES_WITHIN_MS = 120_000;

/**
 * Resolves when the read models have counted everything recorded so far. A decision waits for a read model only
 * briefly, and an import records faster than a slow store projects, so the import has to wait on behalf of its
 * decisions. It waits for all read models, since they advance together. If one stands still, it stops waiting: the
 * decision reports that.
 *
 * @param projection the projection of the read model that the decisions query
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
    // Nothing waits for it any more.
    counted.catch(() => undefined);
  }
}
