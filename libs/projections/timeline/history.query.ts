import { MAX_COMBINATIONS } from '#read-models';
import type { Cursor, Direction, Term } from '#read-models';
import type { OrganisationId } from '#vocabulary';
import { scopeOf } from '#domain';
import { classesFrom } from './backdating';
import { matchesFilter } from './history.filter';
import type { HistoryFilter } from './history.filter';
import { monthsBetween } from './months';
import { firstRecordedFrom, lastRecordedAt, positionAsOf } from './recorded-at.query';
import { EVERY_EVENT, TERMS } from './terms';
import type { Timeline } from './timeline';
import { OF_NOBODY, timelineEntry } from './timeline.entry';
import type { TimelineEntry } from './timeline.entry';

export interface HistoryPageRequest {
  /** 1 or more. */
  readonly limit: number;
  /** Exclusive, in the direction asked. A cursor of any filter is one of every other: it is a position. */
  readonly after?: Cursor;
  readonly direction?: Direction;
}

export interface FoundEntry {
  readonly body: TimelineEntry;
  readonly cursor: Cursor;
}

export interface HistoryPage {
  readonly items: readonly FoundEntry[];
  /** A page that met its bound of work says so too: it may be short, or empty, and the next one goes on from `end`. */
  readonly hasMore: boolean;
  readonly end?: Cursor;
}

/** The organisations whose events are seen, beside those of the register. */
export type HistoryScope = ReadonlySet<OrganisationId>;

/** Events read for one page, at most. */
const MOST_READ = 5_000;
const PORTION = 500;
const NOTHING: HistoryPage = { items: [], hasMore: false };

/**
 * One page of the history in the order recorded, or backwards. What terms do not tell is filtered while reading, within a
 * bound of work per page.
 */
export async function history(
  timeline: Timeline,
  filter: HistoryFilter,
  { limit, after, direction = 'ascending' }: HistoryPageRequest,
  scope?: HistoryScope,
): Promise<HistoryPage> {
  if (filter.types?.length === 0) return NOTHING;
  const recorded = await recordedWithin(timeline, filter);
  if (recorded === 'nothing') return NOTHING;
  const allOf = await termsOfFilter(timeline, filter, scope);
  const matchesAll = matchesFilter(filter);
  const matches = (event: TimelineEntry): boolean =>
    matchesAll(event) && (scope === undefined || isWithin(event.data, scope));
  const items: FoundEntry[] = [];
  let range = behind(after?.key.at(-1), recorded, direction);
  let end = after;
  for (let read = 0; ;) {
    const portion = Math.min(PORTION, Math.max(limit + 1, read), MOST_READ - read);
    const found = await timeline.find({ allOf, ...range, direction, limit: portion });
    const events = (await timeline.read(found.positions)).map(timelineEntry);
    for (const body of events) {
      const cursor = cursorOf(body);
      if (matches(body)) {
        if (items.length === limit) return { items, hasMore: true, ...endOf(items.at(-1)?.cursor) };
        items.push({ body, cursor });
      }
      end = cursor;
    }
    if (!found.hasMore) return { items, hasMore: false, ...endOf(end) };
    read += events.length;
    if (found.positions.length < portion || read >= MOST_READ) {
      const looked =
        items.length === limit ? items.at(-1)?.cursor : await placeOf(timeline, found.end);
      return { items, hasMore: true, ...endOf(looked ?? end) };
    }
    range = behind(found.end, range, direction);
  }
}

export async function eventById(
  timeline: Timeline,
  id: string,
): Promise<TimelineEntry | undefined> {
  return (await eventsById(timeline, [id])).get(id);
}

export async function eventsById(
  timeline: Timeline,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TimelineEntry>> {
  const pages = await Promise.all(
    [...new Set(ids)].map((id) =>
      timeline.find({ allOf: [[TERMS.id(id)]], direction: 'ascending', limit: MOST_OF_A_TERM }),
    ),
  );
  const events = await timeline.read(pages.flatMap(({ positions }) => positions));
  return new Map(events.map((event) => [event.id, timelineEntry(event)]));
}

/** That so many things share a term does not happen. */
const MOST_OF_A_TERM = 100;

interface Range {
  readonly from?: bigint;
  readonly to?: bigint;
}

/** A term of each group is what every event of the filter has, and few others. */
async function termsOfFilter(
  timeline: Timeline,
  filter: HistoryFilter,
  scope: HistoryScope | undefined,
): Promise<readonly (readonly Term[])[]> {
  const { member, stream, correlation } = filter;
  const groups: (readonly Term[])[] = [];
  if (filter.case !== undefined) groups.push([TERMS.case(filter.case)]);
  if (member !== undefined) groups.push([TERMS.member(member)]);
  if (stream !== undefined) groups.push([TERMS.stream(stream)]);
  if (correlation !== undefined) groups.push([TERMS.correlation(correlation)]);
  const ofOneThing = groups.length > 0;
  const { organisation, includeBelow = false, actor, onBehalfOf, imported, byBeneficiary } = filter;
  if (organisation !== undefined) {
    const { organisation: below, concerned } = TERMS;
    groups.push([includeBelow ? below(organisation) : concerned(organisation)]);
  }
  if (actor !== undefined) groups.push([TERMS.actor(actor)]);
  if (onBehalfOf !== undefined) groups.push([TERMS.onBehalfOf(onBehalfOf)]);
  if (filter.types !== undefined) groups.push(filter.types.map(TERMS.type));
  if (imported !== undefined) groups.push([TERMS.imported(imported)]);
  if (byBeneficiary !== undefined) groups.push([TERMS.byBeneficiary(byBeneficiary)]);
  // Many lists, which would cost more than reading the few events of one thing.
  if (!ofOneThing) groups.push(...(await wideGroups(timeline, filter, scope)));
  return groups.length === 0 ? [[EVERY_EVENT]] : groups;
}

async function wideGroups(
  timeline: Timeline,
  filter: HistoryFilter,
  scope: HistoryScope | undefined,
): Promise<readonly (readonly Term[])[]> {
  const { organisation, includeBelow = false, backdatedByAtLeastDays: days = 0 } = filter;
  const groups: (readonly Term[])[] = [];
  const isOwn = organisation !== undefined && !includeBelow && scope?.has(organisation) === true;
  if (scope !== undefined && !isOwn && scope.size < MAX_COMBINATIONS) {
    groups.push([OF_NOBODY, ...scope].map(TERMS.concerned));
  }
  if (days > 0) groups.push(classesFrom(days).map(TERMS.backdatingClass));
  const months = await effectiveMonths(timeline, filter);
  if (months !== undefined) groups.push(months.map(TERMS.month));
  return groups;
}

function isWithin(data: object, scope: HistoryScope): boolean {
  const organisations = scopeOf(data);
  return organisations.length === 0 || organisations.some((one) => scope.has(one));
}

/** Without an upper bound, up to the last recording: nothing is true later than that. */
async function effectiveMonths(
  timeline: Timeline,
  { effectiveFrom, effectiveTo }: HistoryFilter,
): Promise<readonly number[] | undefined> {
  if (effectiveFrom === undefined) return undefined;
  const to = effectiveTo ?? (await lastRecordedAt(timeline)) ?? effectiveFrom;
  return monthsBetween(Date.parse(effectiveFrom), Date.parse(to), MAX_COMBINATIONS);
}

/** Recording times never decrease along the log, so a span of them is a span of positions. */
async function recordedWithin(
  timeline: Timeline,
  { recordedFrom, recordedTo, asOf }: HistoryFilter,
): Promise<Range | 'nothing'> {
  const [from, last] = await Promise.all([
    recordedFrom === undefined ? undefined : firstRecordedFrom(timeline, recordedFrom),
    recordedTo === undefined ? undefined : positionAsOf(timeline, recordedTo),
  ]);
  if (recordedFrom !== undefined && from === undefined) return 'nothing';
  if (recordedTo !== undefined && last === undefined) return 'nothing';
  return { ...(from !== undefined && { from }), ...toOf(least(last, asOf)) };
}

/** What of a range comes behind a place, in the direction. */
function behind(place: unknown, { from, to }: Range, direction: Direction): Range {
  if (typeof place !== 'bigint') return { ...(from !== undefined && { from }), ...toOf(to) };
  if (direction === 'ascending') {
    return { from: from !== undefined && from > place ? from : place + 1n, ...toOf(to) };
  }
  return { ...(from !== undefined && { from }), ...toOf(least(to, place - 1n)) };
}

function least(a: bigint | undefined, b: bigint | undefined): bigint | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}

function toOf(to: bigint | undefined): Range {
  return to === undefined ? {} : { to };
}

/** The cursor of the event to which all was looked through. */
async function placeOf(timeline: Timeline, place: bigint | undefined): Promise<Cursor | undefined> {
  if (place === undefined) return undefined;
  const [event] = await timeline.read([place]);
  return event && { key: [event.position], id: event.id };
}

function cursorOf({ id, position }: TimelineEntry): Cursor {
  return { key: [BigInt(position)], id };
}

function endOf(end: Cursor | undefined): { readonly end?: Cursor } {
  return end === undefined ? {} : { end };
}
