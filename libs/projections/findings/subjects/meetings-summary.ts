import type { EventId, MeetingId } from '#vocabulary';
import { documentsOf } from '../../facts';
import type { KeptFact } from '../../facts';
import { MEETINGS, meetingDocumentId, meetingsProjection } from '../../meetings';
import type { MeetingDocument } from '../../meetings';
import { afterMeeting, NO_COURSE } from './course';
import type { Course } from './course';
import { asHeld, byStart, heldMeetings, isRegular } from './meeting.subject';
import type { HeldMeeting } from './meeting.subject';
import { closedBy, periodOf } from './meetings.subject';
import type { MeetingsSubject } from './meetings.subject';
import { ofType } from './of-type';
import type { KeptFactOfType } from './of-type';

/** As many of the last meetings are kept as they are: what is recorded of one is mostly recorded soon after it. */
const RECENT = 24;
const OF_MEETINGS: readonly KeptFact['type'][] = [
  'MeetingHeld',
  'MeetingScoreConfirmed',
  'MeetingCancelled',
  'ResolutionAdopted',
];

/**
 * All that the questions need of the meetings of a year in which there are many, so that one more
 * does not read the others. It depends on the facts and not on the way it came about.
 */
export interface MeetingsSummary {
  /** Of the last month or quarter in which each was missed, by its name. */
  readonly missed: readonly KeptFactOfType<'MeetingMissed'>[];
  readonly closed?: KeptFactOfType<'PeriodClosed'>;
  /** Of all meetings before the recent ones. */
  readonly course: Course;
  /** The last of those before. */
  readonly last?: HeldMeeting;
  readonly recent: readonly MeetingDocument[];
}

/** None where a resolution waits for longer than for the recent meetings to come back to it. */
export function summaryOf(facts: readonly KeptFact[]): MeetingsSummary | undefined {
  const held = heldMeetings(facts);
  const before = held.slice(0, -RECENT);
  const last = before.at(-1);
  if (before.some((meeting) => isUnreviewed(meeting, held))) return undefined;
  return {
    missed: lastMissed(ofType(facts, 'MeetingMissed')),
    ...closedBy(facts),
    course: before.reduce(afterMeeting, NO_COURSE),
    ...(last === undefined ? {} : { last }),
    recent: held.slice(-RECENT).map(({ document }) => document),
  };
}

/**
 * With what was recorded since; `undefined` where that has to do with meetings before the recent ones.
 * @param isFirst whether nothing was recorded of its meeting before an event
 */
export function summaryAfter(
  summary: MeetingsSummary,
  facts: readonly KeptFact[],
  isFirst: (event: EventId) => boolean,
): MeetingsSummary | undefined {
  let { course, last } = summary;
  let recent = summary.recent.flatMap(asHeld);
  for (const fact of facts) {
    const meeting = meetingOf(fact);
    if (meeting === undefined) continue;
    const known = recent.find(({ document }) => document.meeting === meeting);
    if (known === undefined ? !isFirst(fact.id) : mayMove(fact)) return undefined;
    const [after] = withFact(known?.document, meeting, fact).flatMap(asHeld);
    if (after === undefined) continue;
    if (last !== undefined && byStart(after, last) < 0) return undefined;
    recent = [...recent.filter((other) => other !== known), after].toSorted(byStart);
    const [oldest] = recent;
    if (oldest === undefined || recent.length <= RECENT) continue;
    if (isUnreviewed(oldest, recent)) return undefined;
    course = afterMeeting(course, oldest);
    last = oldest;
    recent = recent.slice(1);
  }
  return {
    missed: lastMissed([...summary.missed, ...ofType(facts, 'MeetingMissed')]),
    ...(summary.closed && { closed: summary.closed }),
    ...closedBy(facts),
    course,
    ...(last === undefined ? {} : { last }),
    recent: recent.map(({ document }) => document),
  };
}

/**
 * What the questions are asked of; what there may once have been findings about is what the facts since, or
 * the summary before them, have to do with.
 */
export function summarised(
  { missed, closed, course: before, recent }: MeetingsSummary,
  earlier: MeetingsSummary,
  since: readonly KeptFact[],
): MeetingsSubject {
  const meetings = recent.flatMap(asHeld);
  const course = meetings.reduce(afterMeeting, before);
  const adopted = earlier.recent.flatMap(({ resolutions }) => resolutions);
  return {
    missed,
    ...(closed && { closed }),
    meetings,
    course,
    resolutions: [
      ...adopted.map(({ event }) => event.event),
      ...ofType(since, 'ResolutionAdopted').map(({ id }) => id),
    ],
    oftenExcused: Object.keys(course.excused),
  };
}

/** What is kept of the meetings of a year, too. */
export function isOfMeetings({ type }: KeptFact): boolean {
  return OF_MEETINGS.includes(type);
}

export function meetingOf({ data }: KeptFact): MeetingId | undefined {
  return 'meeting' in data ? data.meeting : undefined;
}

function mayMove({ type }: KeptFact): boolean {
  return type === 'MeetingHeld' || type === 'MeetingCancelled';
}

function withFact(
  document: MeetingDocument | undefined,
  meeting: MeetingId,
  fact: KeptFact,
): readonly MeetingDocument[] {
  const known = new Map(document ? [[meetingDocumentId(meeting), document]] : []);
  return documentsOf<MeetingDocument>(meetingsProjection, MEETINGS, [fact], known);
}

function isUnreviewed({ document, startsAt }: HeldMeeting, all: readonly HeldMeeting[]): boolean {
  if (document.resolutions.length === 0) return false;
  const review = all.findLast(
    (meeting) => isRegular(meeting) && meeting.previousResolutionReviewed,
  );
  return review === undefined || Date.parse(review.startsAt) <= Date.parse(startsAt);
}

/** A period is missed once; where it was recorded again, by the last. */
function lastMissed(
  missed: readonly KeptFactOfType<'MeetingMissed'>[],
): readonly KeptFactOfType<'MeetingMissed'>[] {
  return [...new Map(missed.map((fact) => [periodOf(fact), fact])).values()];
}
