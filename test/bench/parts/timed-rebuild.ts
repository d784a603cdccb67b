import { openSqliteEventLog } from '#event-log/sqlite';
import { ProjectionEngine } from '#projection-engine';
import type { Projection } from '#projection-engine';
import { PROJECTIONS } from '#projections';
import type { DocumentStore } from '#read-models';
import type { Round } from './part';

/** Read models of a log from nothing, through the engine of the service, until readers see them. Closes the store. */
export async function timedRebuild(
  path: string,
  store: DocumentStore,
  projections: readonly Projection[] = PROJECTIONS,
): Promise<Round> {
  const now = () => new Date();
  const log = openSqliteEventLog({ path, clock: now, readOnly: true });
  const stops: string[] = [];
  const engine = new ProjectionEngine({
    log,
    store,
    projections,
    holder: 'bench',
    now,
    onStopped: (projection, error) => stops.push(`${projection}: ${String(error)}`),
  });
  try {
    const start = performance.now();
    await engine.start();
    await engine.caughtUp();
    const seconds = (performance.now() - start) / 1000;
    if (stops.length > 0) throw new Error(`Projections stopped: ${stops.join('; ')}`);
    return { units: await log.count(), seconds };
  } finally {
    await engine.stop();
    await store.close();
    await log.close();
  }
}
