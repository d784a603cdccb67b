import { localDateOf } from '#vocabulary';
import type { MemberId } from '#vocabulary';
import type { MeetingScores } from '#domain';
import { sumOf } from '../../points';
import { isRegular, isThematic } from './meeting.subject';
import type { HeldMeeting } from './meeting.subject';
import { afterNext, NO_RUNS } from './runs';
import type { Runs } from './runs';

/** What the questions look at of meetings one after the other, however many there were. */
export interface Course {
  /** With a regular meeting. */
  readonly months: readonly number[];
  /** With a thematic meeting. */
  readonly quarters: readonly number[];
  /** Of regular meetings that a member was excused from. */
  readonly excused: Readonly<Record<MemberId, Runs>>;
  readonly scored: number;
  /** Of scored meetings with the same points in every group. */
  readonly alike: Runs;
}

export const NO_COURSE: Course = {
  months: [],
  quarters: [],
  excused: {},
  scored: 0,
  alike: NO_RUNS,
};

/** After one more meeting, in the order of time. */
export function afterMeeting(course: Course, meeting: HeldMeeting): Course {
  const month = Number(localDateOf(meeting.startsAt).slice(5, 7));
  const { months, quarters, excused } = course;
  const { confirmed } = meeting.document.scoring;
  const id = meeting.document.meeting;
  return {
    months: isRegular(meeting) ? withNumber(months, month) : months,
    quarters: isThematic(meeting) ? withNumber(quarters, Math.ceil(month / 3)) : quarters,
    excused: isRegular(meeting) ? excusedAfter(excused, meeting) : excused,
    scored: course.scored + Number(confirmed !== undefined),
    alike: confirmed
      ? afterNext(course.alike, inWords(confirmed.scores), id, confirmed.event)
      : course.alike,
  };
}

function excusedAfter(
  before: Course['excused'],
  { document, attendance, held }: HeldMeeting,
): Course['excused'] {
  const members = [...new Set([...Object.keys(before), ...attendance.excused])];
  if (members.length === 0) return before;
  return Object.fromEntries(
    members.map((member) => {
      const mark = attendance.excused.includes(member) ? 'excused' : null;
      return [member, afterNext(before[member] ?? NO_RUNS, mark, document.meeting, held)];
    }),
  );
}

function withNumber(numbers: readonly number[], number: number): readonly number[] {
  return numbers.includes(number) ? numbers : [...numbers, number].toSorted((a, b) => a - b);
}

/** The same for `20` and `20.0`, and in whatever order the groups were given. */
function inWords(scores: MeetingScores): string {
  const groups = Object.entries(scores).map(([group, points]) => `${group} ${sumOf([points])}`);
  return groups.toSorted().join(', ');
}
