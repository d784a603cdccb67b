import { join } from 'node:path';
import type { RecordedEvent } from '#event-log';
import { openSqliteEventLog } from '#event-log/sqlite';
import { leaseNameOf, ProjectionEngine, PROJECTIONS, SCORECARDS } from '#projections';
import type { ScorecardDocument } from '#projections';
import type { DocumentStore, HeldLease } from '#read-models';
import { openMongoDocumentStore } from '#read-models/mongodb';
import { openSqliteDocumentStore } from '#read-models/sqlite';

/** By collection and id: the position at which a document stands, and its bytes. */
export type Documents = ReadonlyMap<string, { readonly position: bigint; readonly json: string }>;

const now = () => new Date();

/** Everything recorded, in order. No service may have the log open. */
export async function recordedEvents(dataDir: string): Promise<readonly RecordedEvent[]> {
  const log = openSqliteEventLog({ path: join(dataDir, 'log.db'), clock: now });
  try {
    const events: RecordedEvent[] = [];
    for await (const event of log.readAll()) events.push(event);
    return events;
  } finally {
    await log.close();
  }
}

/**
 * Every document of every read model in `views`, a file or the URL of a MongoDB database, once it has
 * caught up with the log. What does not exist is built from the beginning. No service may have the
 * log open.
 */
export async function documentsOf(dataDir: string, views: string): Promise<Documents> {
  const log = openSqliteEventLog({ path: join(dataDir, 'log.db'), clock: now });
  const store = opened(views);
  const failures: unknown[] = [];
  const engine = new ProjectionEngine({
    log,
    store,
    projections: PROJECTIONS,
    // That of the service: whoever has the log takes over from a predecessor that was killed.
    holder: 'embedded',
    now,
    onStopped: (_, error) => failures.push(error),
  });
  try {
    await engine.start();
    await engine.caughtUp();
    if (failures.length > 0) throw new AggregateError(failures, 'A projection stopped');
    return await dumped(engine);
  } finally {
    await engine.stop();
    await store.close();
    await log.close();
  }
}

/** Who keeps which read model in `views` up to date at present. */
export async function leasesIn(
  views: string,
): Promise<ReadonlyMap<string, Pick<HeldLease, 'holder' | 'epoch'>>> {
  const store = opened(views);
  try {
    const leases = await Promise.all(
      PROJECTIONS.map((projection) => store.lease.current(leaseNameOf(projection))),
    );
    return new Map(
      leases.flatMap((lease) =>
        lease === undefined
          ? []
          : [[lease.projection, { holder: lease.holder, epoch: lease.epoch }]],
      ),
    );
  } finally {
    await store.close();
  }
}

function opened(views: string): DocumentStore {
  return views.startsWith('mongodb:')
    ? openMongoDocumentStore({ url: views })
    : openSqliteDocumentStore({ path: views });
}

async function dumped(engine: ProjectionEngine): Promise<Documents> {
  const documents = new Map<string, { position: bigint; json: string }>();
  for (const { name } of PROJECTIONS.flatMap(({ collections }) => collections)) {
    const collection = await engine.collection(name);
    for await (const { id, position, json } of collection.dump()) {
      documents.set(`${name}/${id}`, { position, json });
    }
  }
  return documents;
}

/** What happened and when, by event: not when it was recorded, by which run, or in which order. */
export function factsOf(events: readonly RecordedEvent[]): ReadonlyMap<string, object> {
  return new Map(
    events.map(({ id, stream, type, data, metadata }) => [
      id,
      { stream, type, data, effectiveAt: metadata.effectiveAt },
    ]),
  );
}

/** Every scorecard's outcome and conditions with their figures, by organisation and year. */
export function verdictsOf(documents: Documents): ReadonlyMap<string, object> {
  const scorecards = [...documents].filter(([key]) => key.startsWith(`${SCORECARDS}/`));
  return new Map(scorecards.map(([key, { json }]) => [key, verdictOf(json)]));
}

function verdictOf(json: string): object {
  const { outcome, failedRules, scorecard } = JSON.parse(json) as ScorecardDocument;
  const goods = scorecard.goods.map(({ code, status, conditions }) => ({
    code,
    status,
    conditions: conditions.map(({ id, status: own, interval }) => ({ id, status: own, interval })),
  }));
  return { outcome, failedRules, goods };
}
