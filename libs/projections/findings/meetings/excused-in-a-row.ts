import { EXCUSES_ALLOWED } from '../subjects/meetings.subject';
import type { MeetingsSubject } from '../subjects/meetings.subject';
import { eventsOf, longestOf } from '../subjects/runs';
import type { Question } from '../question';
import { shown } from '../terms';

/** More than three regular meetings of the year, one after the other. */
export const excusedInARow = {
  kind: 'EXCUSED_IN_A_ROW',
  rule: 'R-11',
  asks: 'Which members were excused more than three times in a row (R-11)?',
  candidates: ({ oftenExcused }) => oftenExcused,
  answer: ({ course }) =>
    Object.entries(course.excused).flatMap(([member, runs]) => {
      const run = longestOf(runs);
      if (run.length <= EXCUSES_ALLOWED) return [];
      return [
        {
          about: member,
          member,
          figures: { times: run.length, allowed: EXCUSES_ALLOWED },
          events: eventsOf(run),
          run,
        },
      ];
    }),
  sentence: ({ times, allowed }) => ({
    vi: `Đảng viên vắng có lý do ${shown(times)} kỳ sinh hoạt liên tiếp, quá ${shown(allowed)} kỳ.`,
    en: `The member was excused from ${shown(times)} regular meetings in a row, more than ${shown(allowed)}.`,
  }),
} as const satisfies Question<MeetingsSubject>;
