import { join } from 'node:path';
import { openCopy, openEventLog, openLogToCopy, openReadModels } from '#composition';
import type { EventLogSettings } from '#composition';
import type { EventLog, RecordedEvent } from '#event-log';
import { copyLog, RecordingTime } from '#event-log/copying';
import { ProjectionEngine, leaseNameOf } from '#projection-engine';
import type { LoggedFact } from '#projection-engine';
import {
  copiesOf,
  EVERY_EVENT,
  PROJECTIONS,
  SCORECARDS,
  Timeline,
  TIMELINE,
  TIMELINE_COPIES,
  timelineEntry,
} from '#projections';
import type { CopiedEvent, ScorecardDocument } from '#projections';
import type { DocumentStore, HeldLease } from '#read-models';

/** By collection and id: the position at which a document stands, and its bytes. */
export type Documents = ReadonlyMap<string, { readonly position: bigint; readonly json: string }>;

/** Where a log is: a data folder, or an address. */
export type LogPlace = string | EventLogSettings;

/** Everything recorded, in order. No service may have a log in a file open. */
export async function recordedEvents(place: LogPlace): Promise<readonly RecordedEvent[]> {
  const log = openedLog(place);
  try {
    const events: RecordedEvent[] = [];
    for await (const event of log.readAll()) events.push(event);
    return events;
  } finally {
    await log.close();
  }
}

/** The same events in another kind of log, as they were recorded. */
export async function move(from: EventLogSettings, to: EventLogSettings): Promise<void> {
  const time = new RecordingTime();
  const original = openLogToCopy(from);
  const copy = openCopy(to, time);
  try {
    await copyLog({ from: original, to: copy, time });
  } finally {
    await copy.close();
    await original.close();
  }
}

/**
 * Every document of every read model in `views`, a file or the URL of a MongoDB database, once it has
 * caught up with the log. What does not exist is built from the beginning. No service may have a log in
 * a file open.
 */
export async function documentsOf(place: LogPlace, views: string): Promise<Documents> {
  const log = openedLog(place);
  const store = opened(views);
  const failures: unknown[] = [];
  const engine = new ProjectionEngine({
    log,
    store,
    projections: PROJECTIONS,
    // That of the service: whoever has the log takes over from a predecessor that was killed.
    holder: 'embedded',
    now: () => new Date(),
    onStopped: (_, error) => failures.push(error),
  });
  try {
    await engine.start();
    await engine.caughtUp();
    if (failures.length > 0) throw new AggregateError(failures, 'A projection stopped');
    return await dumped(engine, log);
  } finally {
    await engine.stop();
    await store.close();
    await log.close();
  }
}

/** Who keeps which read model in `views` up to date at present, by projection. */
export async function leasesIn(views: string): Promise<ReadonlyMap<string, HeldLease>> {
  const store = opened(views);
  try {
    const leases = await Promise.all(
      PROJECTIONS.map((projection) => store.lease.current(leaseNameOf(projection))),
    );
    return new Map(
      leases.flatMap((lease) => (lease === undefined ? [] : [[lease.projection, lease]])),
    );
  } finally {
    await store.close();
  }
}

function openedLog(place: LogPlace): EventLog {
  return openEventLog(
    typeof place === 'string' ? { eventLogUrl: `sqlite:${join(place, 'log.db')}` } : place,
  );
}

function opened(views: string): DocumentStore {
  return openReadModels({
    readModelsUrl: views.startsWith('mongodb:') ? views : `sqlite:${views}`,
  });
}

async function dumped(engine: ProjectionEngine, log: EventLog): Promise<Documents> {
  const documents = new Map<string, { position: bigint; json: string }>();
  for (const { name } of PROJECTIONS.flatMap(({ collections }) => collections)) {
    const collection = await engine.collection(name);
    for await (const { id, position, json } of collection.dump()) {
      documents.set(`${name}/${id}`, { position, json });
    }
  }
  for (const event of await eventsTold(engine, log)) {
    const json = JSON.stringify(timelineEntry(event));
    documents.set(`${TIMELINE}/${event.id}`, { position: event.position, json });
  }
  return documents;
}

const NOWHERE: Pick<EventLog, 'readAt'> = {
  readAt: () => Promise.reject(new Error('Not every event is among the copies')),
};

/** What the timeline leads to, through its own copies where it keeps any. */
async function eventsTold(engine: ProjectionEngine, log: EventLog): Promise<readonly LoggedFact[]> {
  const events = log.isNear
    ? log
    : copiesOf(await engine.collection<CopiedEvent>(TIMELINE_COPIES), NOWHERE);
  const timeline = new Timeline({
    postings: await engine.postings(TIMELINE),
    log: events,
    through: await engine.through('timeline'),
  });
  const told: LoggedFact[] = [];
  for (let from: bigint | undefined = 0n; from !== undefined;) {
    const page: Awaited<ReturnType<Timeline['find']>> = await timeline.find({
      allOf: [[EVERY_EVENT]],
      from,
      direction: 'ascending',
      limit: 2_000,
    });
    told.push(...(await timeline.read(page.positions)));
    from = page.hasMore && page.end !== undefined ? page.end + 1n : undefined;
  }
  return told;
}

/** The fields of documents that hold a position of the log they are made of. */
const POSITIONS: ReadonlySet<string> = new Set([
  'position',
  'foldedThrough',
  'basedOn',
  'withdrawal',
  'kept',
  'horizon',
]);
/** Those that hold what an import chose by chance. */
const BY_CHANCE: ReadonlySet<string> = new Set(['correlationId', 'importId']);

/**
 * The same documents, with positions told as all kinds of logs count them: by the number of the event. Likewise the
 * correlation, which an import chooses by chance: by the number of the first event that has it.
 *
 * @param decidedIn the log in which the decisions were made, where the events were moved to another one since: how far
 *   it was read for them is kept
 */
export function numbered(
  documents: Documents,
  events: readonly RecordedEvent[],
  decidedIn = events,
): Documents {
  const here = numbersOf(events);
  const there = numbersOf(decidedIn);
  const told = (key: string, value: unknown): unknown => {
    if (typeof value !== 'string') return value;
    if (POSITIONS.has(key) || BY_CHANCE.has(key)) return `event ${here(value)}`;
    return key === 'readThrough' ? `event ${there(value)}` : value;
  };
  return new Map(
    [...documents].map(([key, { position, json }]) => [
      key,
      {
        position: BigInt(here(position.toString())),
        json: JSON.stringify(JSON.parse(json, told)),
      },
    ]),
  );
}

/** By position, or by a name that an event was the first to have. */
function numbersOf(events: readonly RecordedEvent[]): (name: string) => number {
  const numbers = new Map<string, number>();
  for (const [index, { position, metadata }] of events.entries()) {
    numbers.set(position.toString(), index + 1);
    const { correlationId } = metadata;
    if (!numbers.has(correlationId)) numbers.set(correlationId, index + 1);
  }
  return (name) => {
    const number = numbers.get(name);
    if (number === undefined) throw new RangeError(`No event is known by ${name}`);
    return number;
  };
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
