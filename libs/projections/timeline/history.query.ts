import type { Cursor, Direction, DocumentCollection, Range, Where } from '#read-models';
import { MAX_COMBINATIONS } from '#read-models';
import type { OrganisationId } from '#vocabulary';
import { scan } from '#projection-engine';
import type { ScannedPage } from '#projection-engine';
import { scopeOf } from '#domain';
import { OF_NOBODY } from './timeline.document';
import { classesFrom } from './backdating';
import { matchesFilter } from './history.filter';
import type { HistoryFilter } from './history.filter';
import { monthsBetween } from './months';
import { firstRecordedFrom, lastRecordedBy } from './recorded-at.query';
import type { TimelineDocument } from './timeline.document';

export interface HistoryPageRequest {
  /** 1 or more. */
  readonly limit: number;
  /** Exclusive, in the direction asked. A cursor of any filter is one of every other: it is a position. */
  readonly after?: Cursor;
  readonly direction?: Direction;
}

/** The organisations whose events are seen, beside those of the register. */
export type HistoryScope = ReadonlySet<OrganisationId>;

/**
 * One page of the history in the order recorded, or backwards. What the best index does not answer
 * is filtered while reading, within a bound of work per page: then `hasMore` is true, the page may
 * be short, and the next one goes on from `end`.
 */
export async function history(
  collection: DocumentCollection<TimelineDocument>,
  filter: HistoryFilter,
  { limit, after, direction = 'ascending' }: HistoryPageRequest,
  scope?: HistoryScope,
): Promise<ScannedPage<TimelineDocument>> {
  if (filter.types?.length === 0) return { items: [], hasMore: false };
  const range = await recordedWithin(collection, filter);
  if (range === 'nothing') return { items: [], hasMore: false };
  const matches = matchesFilter(filter);
  return scan<TimelineDocument>(collection, {
    ...(await indexFor(collection, filter, scope)),
    ...(range === 'everything' ? {} : { range }),
    ...(after === undefined ? {} : { after }),
    direction,
    limit,
    matches: (event) => matches(event) && (scope === undefined || isWithin(event.data, scope)),
  });
}

export async function eventById(
  collection: DocumentCollection<TimelineDocument>,
  id: string,
): Promise<TimelineDocument | undefined> {
  const event = (await collection.load([id])).get(id)?.body;
  return event === 'deleted' ? undefined : event;
}

interface Lookup {
  readonly index: string;
  readonly where: Where;
}

/** The index that leaves the least to filter: what concerns one thing before what concerns many. */
async function indexFor(
  collection: DocumentCollection<TimelineDocument>,
  filter: HistoryFilter,
  scope: HistoryScope | undefined,
): Promise<Lookup> {
  const { stream, correlation, organisation, includeBelow = false, actor, types } = filter;
  if (filter.case !== undefined) return { index: 'case', where: { cases: filter.case } };
  if (filter.member !== undefined) return { index: 'member', where: { members: filter.member } };
  if (stream !== undefined) return { index: 'stream', where: { stream } };
  if (correlation !== undefined) {
    return { index: 'correlation', where: { correlationId: correlation } };
  }
  const own = scope && ofFew(scope);
  // All that is below one that is above the scope is more than the scope.
  const isWider = includeBelow && organisation !== undefined && scope?.has(organisation) === false;
  if (organisation !== undefined && (own === undefined || !isWider)) {
    return includeBelow
      ? { index: 'organisation', where: { organisations: organisation } }
      : { index: 'concerned', where: { concerned: organisation } };
  }
  if (own !== undefined) return own;
  if (actor !== undefined) return { index: 'actor', where: { 'actor.id': actor } };
  if (types !== undefined) {
    return { index: 'type', where: { type: { in: types } } };
  }
  const { backdatedByAtLeastDays: days = 0 } = filter;
  if (days > 0) {
    return { index: 'backdated', where: { backdatingClass: { in: classesFrom(days) } } };
  }
  const months = await effectiveMonths(collection, filter);
  return months === undefined
    ? { index: 'position', where: {} }
    : { index: 'effective', where: { effectiveMonth: { in: months } } };
}

function isWithin(data: object, scope: HistoryScope): boolean {
  const organisations = scopeOf(data);
  return organisations.length === 0 || organisations.some((one) => scope.has(one));
}

/** What a few organisations have is less than what everybody has of a type, a month or a person. */
function ofFew(scope: HistoryScope): Lookup | undefined {
  return scope.size < MAX_COMBINATIONS
    ? { index: 'concerned', where: { concerned: { in: [OF_NOBODY, ...scope] } } }
    : undefined;
}

/** Without an upper bound, up to the last recording: nothing is true later than that. */
async function effectiveMonths(
  collection: DocumentCollection<TimelineDocument>,
  { effectiveFrom, effectiveTo }: HistoryFilter,
): Promise<readonly string[] | undefined> {
  if (effectiveFrom === undefined) return undefined;
  const to = effectiveTo ?? (await lastRecordedBy(collection, undefined))?.recordedAt;
  return monthsBetween(effectiveFrom, to ?? effectiveFrom, MAX_COMBINATIONS);
}

/** Recording times never decrease along the log, so a span of them is a span of positions. */
async function recordedWithin(
  collection: DocumentCollection<TimelineDocument>,
  { recordedFrom, recordedTo, asOf }: HistoryFilter,
): Promise<Range | 'everything' | 'nothing'> {
  if (recordedFrom === undefined && recordedTo === undefined && asOf === undefined) {
    return 'everything';
  }
  const first =
    recordedFrom === undefined ? undefined : await firstRecordedFrom(collection, recordedFrom);
  const last = recordedTo === undefined ? undefined : await lastRecordedBy(collection, recordedTo);
  if (recordedFrom !== undefined && first === undefined) return 'nothing';
  if (recordedTo !== undefined && last === undefined) return 'nothing';
  const bounds = [last?.position, asOf].flatMap((one) => (one === undefined ? [] : [BigInt(one)]));
  const to = bounds.reduce<bigint | undefined>(
    (lowest, one) => (lowest === undefined || one < lowest ? one : lowest),
    undefined,
  );
  return {
    path: 'position',
    ...(first === undefined ? {} : { from: { value: BigInt(first.position), inclusive: true } }),
    ...(to === undefined ? {} : { to: { value: to, inclusive: true } }),
  };
}
