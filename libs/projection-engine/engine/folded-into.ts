import type { EventLog, RecordedEvent } from '#event-log';
import type { DocumentCollection, DocumentStore } from '#read-models';
import type { Projection } from '../runner';
import type { LeftOut } from './left-out';
import { leaseNameOf } from './lease-name';
import { OpenCollections } from './open-collections';
import { ProjectionRun } from './projection-run';
import { toldEvents } from './told-events';
import type { ReadEvent } from './told-events';
import { VersionNotes } from './version-notes';

/** What read models are folded of, apart from the log that they follow. */
export interface History {
  /** In the order of the log. */
  readonly events: readonly RecordedEvent[];
  /** Where the streams of corrected events are read; of a history that is whole, {@link streamsIn} itself. */
  readonly log: Pick<EventLog, 'readStreamSlice'>;
  /** Brings an event to the shape of the catalogue; without it, events have it already. */
  readonly read?: ReadEvent;
  /** The events that read models are to do without. */
  readonly leftOut?: readonly LeftOut[];
}

/** Read models folded by themselves, beside those that follow the log. */
export interface FoldedModels {
  collection<D extends object>(name: string): Promise<DocumentCollection<D>>;
  /** Folds what was recorded next. @throws {EventNotApplied} */
  add(events: readonly RecordedEvent[]): Promise<void>;
}

/** So many at once: what is kept between two batches is bounded. */
const BATCH = 5_000;

/**
 * Folds a history into an empty store, each event as the engine would: what it tells of a moment is what the read models
 * held then.
 *
 * @throws {EventNotApplied} where a read model cannot be told an event
 */
export async function foldedInto(
  store: DocumentStore,
  projections: readonly Projection[],
  { events, log, read = (event) => event, leftOut = [] }: History,
): Promise<FoldedModels> {
  const runs: ProjectionRun[] = [];
  for (const projection of projections) {
    const without = leftOut.filter(({ readModel }) => readModel === projection.name);
    runs.push(await opened(store, projection, without));
  }
  const collections = new OpenCollections(store, projections);
  const models: FoldedModels = {
    collection: (name) => collections.active(name),
    add: async (further) => {
      for (let from = 0; from < further.length; from += BATCH) {
        const told = await toldEvents(log, read, further.slice(from, from + BATCH));
        for (const run of runs) await run.apply(told);
      }
    },
  };
  await models.add(events);
  for (const run of runs) await run.activate();
  return models;
}

/** The streams of a history, for the corrections in it. */
export function streamsIn(events: readonly RecordedEvent[]): Pick<EventLog, 'readStreamSlice'> {
  const byStream = Map.groupBy(events, ({ stream }) => stream);
  return {
    readStreamSlice: (stream, fromRevision) => {
      const all = byStream.get(stream) ?? [];
      const from = fromRevision === 'end' ? (all.at(-1)?.revision ?? 0) : fromRevision;
      return Promise.resolve(all.filter(({ revision }) => revision >= from));
    },
  };
}

async function opened(
  store: DocumentStore,
  projection: Projection,
  leftOut: readonly LeftOut[],
): Promise<ProjectionRun> {
  const owner = await store.lease.acquire({
    projection: leaseNameOf(projection),
    holder: 'history',
    ttlMs: 1,
    now: 0,
  });
  if (owner === undefined) throw new TypeError(`${projection.name} is folded here already`);
  await new VersionNotes(store).change(owner, () => ({ leftOut }));
  return ProjectionRun.open(projection, store, owner);
}
