import { openSqliteEventLog } from '#event-log/sqlite';
import { ProjectionEngine, PROJECTIONS } from '#projections';
import { openMongoDocumentStore } from '#read-models/mongodb';
import type { Round } from './part';
import { servePart } from './serve-part';

export interface MongodbRebuildRequest {
  readonly log: string;
  /** The database where the read models are made; anything there is dropped. */
  readonly url: string;
}

/** All read models from nothing into MongoDB, through the engine of the service, until readers see them. */
servePart(() => Promise.resolve({ ready: undefined, ask: rebuild }));

async function rebuild({ log: path, url }: MongodbRebuildRequest): Promise<Round> {
  const now = () => new Date();
  const log = openSqliteEventLog({ path, clock: now, readOnly: true });
  const store = openMongoDocumentStore({ url });
  await store.dropEverything();
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
