import type { RecordedType } from '#domain';
import type { TimelineDocument } from './timeline.document';

/** Every part narrows; an empty filter is the whole log. Instants are RFC 3339, bounds inclusive. */
export interface HistoryFilter {
  /** Named by the event; with `includeBelow`, or above one that was named, when it was recorded. */
  readonly organisation?: string;
  readonly includeBelow?: boolean;
  readonly member?: string;
  readonly case?: string;
  readonly stream?: string;
  /** Who acted; the one on whose behalf does not count. */
  readonly actor?: string;
  readonly correlation?: string;
  readonly types?: readonly RecordedType[];
  readonly recordedFrom?: string;
  readonly recordedTo?: string;
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string;
  readonly backdatedByAtLeastDays?: number;
  /** As the log was at this position. */
  readonly asOf?: bigint;
}

/** Whether an event is one that the filter selects: what feeds use, and what indexes do not answer. */
export function matchesFilter(
  filter: HistoryFilter,
): (event: Omit<TimelineDocument, 'data'>) => boolean {
  const effectiveFrom = instant(filter.effectiveFrom, -Infinity);
  const effectiveTo = instant(filter.effectiveTo, Infinity);
  const recordedFrom = instant(filter.recordedFrom, -Infinity);
  const recordedTo = instant(filter.recordedTo, Infinity);
  const { organisation, includeBelow = false, member, stream, actor, correlation } = filter;
  const { types, backdatedByAtLeastDays = 0, asOf } = filter;
  return (event) =>
    (organisation === undefined ||
      (includeBelow ? event.organisations : event.concerned).includes(organisation)) &&
    (member === undefined || event.members.includes(member)) &&
    (filter.case === undefined || event.cases.includes(filter.case)) &&
    (stream === undefined || event.stream === stream) &&
    (actor === undefined || event.actor.id === actor) &&
    (correlation === undefined || event.correlationId === correlation) &&
    (types === undefined || types.includes(event.type)) &&
    event.backdatedDays >= backdatedByAtLeastDays &&
    isWithin(event.effectiveAt, effectiveFrom, effectiveTo) &&
    isWithin(event.recordedAt, recordedFrom, recordedTo) &&
    (asOf === undefined || BigInt(event.position) <= asOf);
}

function instant(text: string | undefined, otherwise: number): number {
  return text === undefined ? otherwise : Date.parse(text);
}

function isWithin(at: string, from: number, to: number): boolean {
  const time = Date.parse(at);
  return from <= time && time <= to;
}
