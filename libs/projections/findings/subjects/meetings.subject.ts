import type { EventId, LocalDate, MemberId } from '#vocabulary';
import type { KeptFact } from '../../facts';
import { afterMeeting, NO_COURSE } from './course';
import type { Course } from './course';
import { heldMeetings } from './meeting.subject';
import type { HeldMeeting } from './meeting.subject';
import { ofType } from './of-type';
import type { KeptFactOfType } from './of-type';

/** The meetings of an organisation's year, and those it missed. */
export interface MeetingsSubject {
  readonly missed: readonly KeptFactOfType<'MeetingMissed'>[];
  /** Since then nothing of the year is awaited any more. */
  readonly closed?: KeptFactOfType<'PeriodClosed'>;
  /** The organisation's, if it ended in the year or before: what was recorded of later periods, nobody owed. */
  readonly ended?: LocalDate;
  /** Months and quarters in which it owed meetings; none where that is not known. */
  readonly owed?: OwedMeetings;
  /** In the order of time; of many, the last, and before them none whose resolution nobody came back to. */
  readonly meetings: readonly HeldMeeting[];
  /** Of all of them. */
  readonly course: Course;
  /** Those that any of them may have been adopted in. */
  readonly resolutions: readonly EventId[];
  /** Who may have been excused too often. */
  readonly oftenExcused: readonly MemberId[];
}

/** More than that in a row are too many. */
export const EXCUSES_ALLOWED = 3;

export function meetingsSubject(facts: readonly KeptFact[]): MeetingsSubject {
  const meetings = heldMeetings(facts);
  return {
    missed: ofType(facts, 'MeetingMissed'),
    ...closedBy(facts),
    meetings,
    course: meetings.reduce(afterMeeting, NO_COURSE),
    resolutions: ofType(facts, 'ResolutionAdopted').map(({ id }) => id),
    oftenExcused: oftenExcused(facts),
  };
}

export interface OwedMeetings {
  readonly months: readonly number[];
  readonly quarters: readonly number[];
}

export function closedBy(facts: readonly KeptFact[]): Pick<MeetingsSubject, 'closed'> {
  const closed = ofType(facts, 'PeriodClosed').at(-1);
  return closed === undefined ? {} : { closed };
}

/** The month or the quarter, as findings name it. */
export function periodOf({ data }: KeptFactOfType<'MeetingMissed'>): string {
  return data.period === 'MONTH' ? `month-${data.month}` : `quarter-${data.quarter}`;
}

function oftenExcused(facts: readonly KeptFact[]): readonly MemberId[] {
  const times = new Map<MemberId, number>();
  for (const { data } of ofType(facts, 'MeetingHeld')) {
    for (const member of data.attendance.excused) times.set(member, (times.get(member) ?? 0) + 1);
  }
  return [...times].filter(([, count]) => count > EXCUSES_ALLOWED).map(([member]) => member);
}
