import type { MeetingsSubject } from '../subjects/meetings.subject';
import { eventsOf, longestOf } from '../subjects/runs';
import type { Question } from '../question';
import { shown } from '../terms';

const SUSPICIOUS = 6;

/** Six scored meetings or more of the year, one after the other, with the same points in every group. */
export const scoresAllAlike = {
  kind: 'SCORES_ALL_ALIKE',
  rule: null,
  asks: 'Where do six or more scored meetings in a row have the same points in every group?',
  answer: ({ course: { alike, scored } }) => {
    const run = longestOf(alike);
    if (run.length < SUSPICIOUS) return [];
    const figures = { meetings: run.length, scored };
    return [{ figures, events: eventsOf(run), run }];
  },
  sentence: ({ meetings, scored }) => ({
    vi: `${shown(meetings)} trong ${shown(scored)} buổi sinh hoạt được chấm liên tiếp có điểm giống hệt nhau ở mọi nhóm.`,
    en: `${shown(meetings)} of ${shown(scored)} scored meetings, one after the other, have exactly the same points in every group.`,
  }),
} as const satisfies Question<MeetingsSubject>;
