import { openSqliteEventLog } from '#event-log/sqlite';
import { ProjectionEngine, PROJECTIONS } from '#projections';
import { openSqliteDocumentStore } from '#read-models/sqlite';
import { removeDatabase } from '../synthetic/remove-database';
import type { Round } from './part';
import { servePart } from './serve-part';

export interface RebuildRequest {
  readonly log: string;
  /** Where the read models are made; anything there is dropped. */
  readonly views: string;
}

/** All read models from nothing, through the engine of the service, until readers see them. */
servePart(() => Promise.resolve({ ready: undefined, ask: rebuild }));

async function rebuild({ log: path, views }: RebuildRequest): Promise<Round> {
  removeDatabase(views);
  const now = () => new Date();
  const log = openSqliteEventLog({ path, clock: now, readOnly: true });
  const store = openSqliteDocumentStore({ path: views });
  const stops: string[] = [];
  const engine = new ProjectionEngine({
    log,
    store,
    projections: PROJECTIONS,
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
