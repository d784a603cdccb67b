import type { DocumentCollection } from '#read-models';
import type { TimelineDocument } from './timeline.document';

/** The first event recorded at that time or later. */
export async function firstRecordedFrom(
  collection: DocumentCollection<TimelineDocument>,
  instant: string,
): Promise<TimelineDocument | undefined> {
  const { items } = await collection.find({
    where: {},
    range: { path: 'recordedAt', from: { value: inUtc(instant), inclusive: true } },
    order: { index: 'recorded', direction: 'ascending' },
    limit: 1,
  });
  return items[0]?.body;
}

/** The last event recorded by that time; without one, the last of all. */
export async function lastRecordedBy(
  collection: DocumentCollection<TimelineDocument>,
  instant: string | undefined,
): Promise<TimelineDocument | undefined> {
  const { items } = await collection.find({
    where: {},
    ...(instant === undefined
      ? {}
      : { range: { path: 'recordedAt', to: { value: inUtc(instant), inclusive: true } } }),
    order: { index: 'recorded', direction: 'descending' },
    limit: 1,
  });
  return items[0]?.body;
}

/**
 * What `asOf` a time of recording means as a position: that of the last event recorded by then;
 * `undefined` when there was none.
 */
export async function positionAsOf(
  collection: DocumentCollection<TimelineDocument>,
  recordedAt: string,
): Promise<bigint | undefined> {
  const last = await lastRecordedBy(collection, recordedAt);
  return last && BigInt(last.position);
}

/** As the log writes times of recording: UTC, milliseconds; so that they compare as text. */
function inUtc(instant: string): string {
  return new Date(instant).toISOString();
}
