import { inCurrentVersion } from '#composition/versions';
import { isOurs, toPosition } from '#event-log';
import type { RecordedEvent } from '#event-log';
import type { ExportedEvent } from '#ledger';
import { foldedInto, streamsIn } from '#projection-engine';
import { SCORECARDS, scorecardsProjection } from '#projections';
import type { ScorecardDocument } from '#projections';
import { openMemoryDocumentStore } from '#read-models/memory';
import { eventsOf } from '../reading/exported-events';
import type { ExportFolder } from '../reading/export-folder';

export interface ReplayRequest {
  readonly organisation?: string | undefined;
  readonly year?: number | undefined;
  /** The number of the last leaf that counts, or the last time of recording. */
  readonly at?: number | string | undefined;
  readonly onProgress: (events: number) => void;
}

export interface Replayed {
  readonly scorecards: readonly ScorecardDocument[];
  /** The last event that counted. */
  readonly last: ExportedEvent | undefined;
}

/** The scorecards of a history, computed here and now by the code with which the service does. */
export async function replay(folder: ExportFolder, request: ReplayRequest): Promise<Replayed> {
  const { organisation, year, at, onProgress } = request;
  const events: RecordedEvent[] = [];
  let last: ExportedEvent | undefined;
  for await (const event of eventsOf(folder)) {
    if (isLater(event, at)) break;
    last = event;
    // What somebody else wrote into a stream of ours counts for nobody.
    if (isOurs(recorded(event))) events.push(recorded(event));
    if (event.index % 1_000 === 0) onProgress(event.index);
  }
  const store = openMemoryDocumentStore();
  const current = events.map((event) => inCurrentVersion(event));
  const models = await foldedInto(store, [scorecardsProjection], {
    events: current,
    log: streamsIn(current),
  });
  const collection = await models.collection<ScorecardDocument>(SCORECARDS);
  const scorecards: ScorecardDocument[] = [];
  for await (const { json } of collection.dump()) {
    const scorecard = JSON.parse(json) as ScorecardDocument;
    const isAsked =
      (organisation === undefined || scorecard.organisation === organisation) &&
      (year === undefined || scorecard.year === year);
    if (isAsked) scorecards.push(scorecard);
  }
  await store.close();
  return { scorecards: scorecards.sort(byOrganisation), last };
}

function isLater({ index, recordedAt }: ExportedEvent, at: number | string | undefined): boolean {
  if (at === undefined) return false;
  return typeof at === 'number' ? index > at : Date.parse(recordedAt) > Date.parse(at);
}

/** Counted as an embedded log counts. */
function recorded({ index, metadata, ...event }: ExportedEvent): RecordedEvent {
  const position = toPosition(BigInt(index + 1));
  return { ...event, metadata, position };
}

function byOrganisation(a: ScorecardDocument, b: ScorecardDocument): number {
  return a.organisation < b.organisation
    ? -1
    : a.organisation > b.organisation
      ? 1
      : a.year - b.year;
}
