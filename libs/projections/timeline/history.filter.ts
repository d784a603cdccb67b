import type { RecordedType } from '#domain';
import { actorsBehind } from '../facts';
import type { TimelineEntry } from './timeline.entry';

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
  /** For whom somebody else entered it. */
  readonly onBehalfOf?: string;
  /** Recorded by the organisation or the person it is about, or not. */
  readonly byBeneficiary?: boolean;
  /** From a file, or not. */
  readonly imported?: boolean;
  readonly correlation?: string;
  readonly types?: readonly RecordedType[];
  /** Types that are left out, whatever else is asked. */
  readonly withoutTypes?: readonly RecordedType[];
  readonly recordedFrom?: string;
  readonly recordedTo?: string;
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string;
  readonly backdatedByAtLeastDays?: number;
  /** As the log was at this position. */
  readonly asOf?: bigint;
}

/** Whether an event is one that the filter selects: what feeds use, and pages, whose terms tell most of it. */
export function matchesFilter(
  filter: HistoryFilter,
): (event: Omit<TimelineEntry, 'data'>) => boolean {
  const effectiveFrom = instant(filter.effectiveFrom, -Infinity);
  const effectiveTo = instant(filter.effectiveTo, Infinity);
  const recordedFrom = instant(filter.recordedFrom, -Infinity);
  const recordedTo = instant(filter.recordedTo, Infinity);
  const { organisation, includeBelow = false, member, stream, actor, correlation } = filter;
  const { types, backdatedByAtLeastDays = 0, asOf } = filter;
  const { withoutTypes = [] } = filter;
  const { onBehalfOf, byBeneficiary, imported } = filter;
  // What rules out most comes first: followers ask this of every event.
  return (event) =>
    (types === undefined || types.includes(event.type)) &&
    (organisation === undefined ||
      (includeBelow ? event.organisations : event.concerned).includes(organisation)) &&
    (member === undefined || event.members.includes(member)) &&
    (filter.case === undefined || event.cases.includes(filter.case)) &&
    (stream === undefined || event.stream === stream) &&
    (actor === undefined || event.actor.id === actor) &&
    (onBehalfOf === undefined || event.onBehalfOf?.id === onBehalfOf) &&
    (byBeneficiary === undefined || isByBeneficiary(event) === byBeneficiary) &&
    (imported === undefined || (event.source !== undefined) === imported) &&
    (correlation === undefined || event.correlationId === correlation) &&
    !withoutTypes.includes(event.type) &&
    event.backdatedDays >= backdatedByAtLeastDays &&
    isWithin(event.effectiveAt, effectiveFrom, effectiveTo) &&
    isWithin(event.recordedAt, recordedFrom, recordedTo) &&
    (asOf === undefined || BigInt(event.position) <= asOf);
}

export type Named = Pick<TimelineEntry, 'actor' | 'onBehalfOf' | 'concerned' | 'members'>;

/** Whoever is behind it acts in the organisation that it is about, or is a member that it is about. */
export function isByBeneficiary({ actor, onBehalfOf, concerned, members }: Named): boolean {
  const [subject] = concerned;
  return actorsBehind({ actor, ...(onBehalfOf && { onBehalfOf }) }).some(
    ({ id, organisation }) => organisation === subject || members.includes(id),
  );
}

function instant(text: string | undefined, otherwise: number): number {
  return text === undefined ? otherwise : Date.parse(text);
}

function isWithin(at: string, from: number, to: number): boolean {
  if (from === -Infinity && to === Infinity) return true;
  const time = Date.parse(at);
  return from <= time && time <= to;
}
