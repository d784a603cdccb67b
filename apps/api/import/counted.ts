import type { EventLog } from '#event-log';
import type { ProjectedModels } from '#projections';

/** What shows how far a read model has counted what is recorded. */
export interface Counting {
  readonly log: Pick<EventLog, 'head'>;
  readonly models: Pick<ProjectedModels, 'through' | 'waitFor'>;
}

/** A read model that has not moved for so long does not move. */
const MOVES_WITHIN_MS = 30_000;

/**
 * Resolves when a read model has counted everything recorded so far. Decisions that ask it wait for it for a while only:
 * an import, which records faster than slow stores take in, has to wait on their behalf. One that stands still
 * is not waited for: the decision will say so.
 */
export async function untilCounted(projection: string, { log, models }: Counting): Promise<void> {
  const head = await log.head();
  if (head === undefined) return;
  for (let before = -1n, through = await models.through(projection); through > before;) {
    if (await models.waitFor(projection, head, MOVES_WITHIN_MS)) return;
    before = through;
    through = await models.through(projection);
  }
}
