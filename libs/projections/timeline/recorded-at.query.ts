import type { Direction } from '#read-models';
import { EVERY_EVENT } from './terms';
import type { Timeline } from './timeline';

/** Places looked at together: one is the least work, more the fewest questions one after the other to stores elsewhere. */
const PROBES = 3n;

/** Where the first event stands that was recorded at that time or later. */
export function firstRecordedFrom(
  timeline: Timeline,
  instant: string,
): Promise<bigint | undefined> {
  const from = inUtc(instant);
  return firstThat(timeline, (recordedAt) => recordedAt >= from);
}

/**
 * What `asOf` a time of recording means as a position: that of the last event recorded by then;
 * `undefined` when there was none.
 */
export async function positionAsOf(
  timeline: Timeline,
  recordedAt: string,
): Promise<bigint | undefined> {
  const by = inUtc(recordedAt);
  const next = await firstThat(timeline, (one) => one > by);
  return placeNextTo(timeline, 'descending', next === undefined ? {} : { to: next - 1n });
}

/** When the last event of all was recorded, as the log writes it. */
export async function lastRecordedAt(timeline: Timeline): Promise<string | undefined> {
  const last = await placeNextTo(timeline, 'descending');
  return last === undefined ? undefined : (await timeline.read([last]))[0]?.recordedAt;
}

/**
 * The first event that was recorded late enough. Times of recording never decrease along the log, so they are looked for
 * as in a telephone book, at some places between the last that is too early and the first that is not.
 */
async function firstThat(
  timeline: Timeline,
  isLate: (recordedAt: string) => boolean,
): Promise<bigint | undefined> {
  const last = await placeNextTo(timeline, 'descending');
  if (last === undefined) return undefined;
  const [isLastLate] = await isLateAt(timeline, [last], isLate);
  if (isLastLate !== true) return undefined;
  /** All up to here are too early. */
  let early = -1n;
  /** All from here on are late, and the answer is the first of them. */
  let late = last;
  let found = last;
  while (late - early > 1n) {
    const part = (late - early) / (PROBES + 1n);
    const step = part > 0n ? part : 1n;
    const places: bigint[] = [];
    for (let place = early + step; place < late && places.length < PROBES; place += step) {
      places.push(place);
    }
    const events = await Promise.all(
      places.map((from) => placeNextTo(timeline, 'ascending', { from, to: found })),
    );
    const lateness = await isLateAt(
      timeline,
      events.map((event) => event ?? found),
      isLate,
    );
    const firstLate = lateness.indexOf(true);
    const before = firstLate === -1 ? places.length - 1 : firstLate - 1;
    if (firstLate !== -1) {
      found = events[firstLate] ?? found;
      late = places[firstLate] ?? late;
    }
    if (before >= 0) early = events[before] ?? early;
  }
  return found;
}

async function isLateAt(
  timeline: Timeline,
  positions: readonly bigint[],
  isLate: (recordedAt: string) => boolean,
): Promise<readonly boolean[]> {
  const events = await timeline.read(positions);
  return events.map(({ recordedAt }) => isLate(recordedAt));
}

async function placeNextTo(
  timeline: Timeline,
  direction: Direction,
  bounds: { readonly from?: bigint; readonly to?: bigint } = {},
): Promise<bigint | undefined> {
  const { positions } = await timeline.find({
    allOf: [[EVERY_EVENT]],
    ...bounds,
    direction,
    limit: 1,
  });
  return positions[0];
}

/** As the log writes times of recording: UTC, milliseconds; so that they compare as text. */
function inUtc(instant: string): string {
  return new Date(instant).toISOString();
}
