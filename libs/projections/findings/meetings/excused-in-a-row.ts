import type { MemberId } from '#vocabulary';
import { longestRun } from '../longest-run';
import { isRegular } from '../subjects/meeting.subject';
import { ofType } from '../subjects/of-type';
import type { MeetingsSubject } from '../subjects/meetings.subject';
import type { Question } from '../question';
import { shown } from '../terms';

const ALLOWED = 3;

/** More than three regular meetings of the year, one after the other. */
export const excusedInARow = {
  kind: 'EXCUSED_IN_A_ROW',
  rule: 'R-11',
  asks: 'Which members were excused more than three times in a row (R-11)?',
  candidates: oftenExcused,
  answer: (subject) =>
    oftenExcused(subject).flatMap((member) => {
      const run = longestRun(subject.meetings.filter(isRegular), ({ attendance }) =>
        attendance.excused.includes(member) ? 'excused' : undefined,
      );
      if (run.length <= ALLOWED) return [];
      const events = run.map(({ held }) => held);
      return [{ about: member, member, figures: { times: run.length, allowed: ALLOWED }, events }];
    }),
  sentence: ({ times, allowed }) => ({
    vi: `Đảng viên vắng có lý do ${shown(times)} kỳ sinh hoạt liên tiếp, quá ${shown(allowed)} kỳ.`,
    en: `The member was excused from ${shown(times)} regular meetings in a row, more than ${shown(allowed)}.`,
  }),
} as const satisfies Question<MeetingsSubject>;

function oftenExcused({ facts }: MeetingsSubject): readonly MemberId[] {
  const times = new Map<MemberId, number>();
  for (const { data } of ofType(facts, 'MeetingHeld')) {
    for (const member of data.attendance.excused) times.set(member, (times.get(member) ?? 0) + 1);
  }
  return [...times].filter(([, count]) => count > ALLOWED).map(([member]) => member);
}
