import { inCurrentVersion } from '#composition/versions';
import { isOurs } from '#event-log';
import type { RecordedEvent } from '#event-log';
import type { ExportedEvent } from '#ledger';
import { foldedInto, streamsIn } from '#projection-engine';
import type { FoldedModels, Projection } from '#projection-engine';
import { openMemoryDocumentStore } from '#read-models/memory';
import { eventsOf, recordedIn } from '../reading/exported-events';
import type { ExportFolder } from '../reading/export-folder';

export interface FoldRequest {
  /** The number of the last leaf that counts, or the last time of recording. */
  readonly at?: number | string | undefined;
  readonly onProgress: (events: number) => void;
}

export interface FoldedExport {
  readonly models: FoldedModels;
  /** The last event that counted. */
  readonly last: ExportedEvent | undefined;
}

/** Has read models of a history made here and now, by the code with which the service makes them, and used. */
export async function withFoldedExport<T>(
  folder: ExportFolder,
  projections: readonly Projection[],
  { at, onProgress }: FoldRequest,
  use: (folded: FoldedExport) => Promise<T>,
): Promise<T> {
  const events: RecordedEvent[] = [];
  let last: ExportedEvent | undefined;
  for await (const event of eventsOf(folder)) {
    if (isLater(event, at)) break;
    last = event;
    const counted = recordedIn(event);
    // What somebody else wrote into a stream of ours counts for nobody.
    if (isOurs(counted)) events.push(inCurrentVersion(counted));
    if (event.index % 1_000 === 0) onProgress(event.index);
  }
  const store = openMemoryDocumentStore();
  try {
    const models = await foldedInto(store, projections, { events, log: streamsIn(events) });
    return await use({ models, last });
  } finally {
    await store.close();
  }
}

/** The number of the leaf of an event, by its position in read models made here. */
export function leafAt(position: string): number {
  return Number(position) - 1;
}

function isLater({ index, recordedAt }: ExportedEvent, at: number | string | undefined): boolean {
  if (at === undefined) return false;
  return typeof at === 'number' ? index > at : Date.parse(recordedAt) > Date.parse(at);
}
