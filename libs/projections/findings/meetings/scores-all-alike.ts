import type { MeetingScores } from '#domain';
import { sumOf } from '../../points';
import { longestRun } from '../longest-run';
import type { MeetingsSubject } from '../subjects/meetings.subject';
import type { Question } from '../question';
import { shown } from '../terms';

const SUSPICIOUS = 6;

/** Six scored meetings or more of the year, one after the other, with the same points in every group. */
export const scoresAllAlike = {
  kind: 'SCORES_ALL_ALIKE',
  rule: null,
  asks: 'Where do six or more scored meetings in a row have the same points in every group?',
  answer: ({ meetings }) => {
    const scored = meetings.flatMap(({ document }) => document.scoring.confirmed ?? []);
    const run = longestRun(scored, ({ scores }) => inWords(scores));
    if (run.length < SUSPICIOUS) return [];
    const figures = { meetings: run.length, scored: scored.length };
    return [{ figures, events: run.map(({ event }) => event) }];
  },
  sentence: ({ meetings, scored }) => ({
    vi: `${shown(meetings)} trong ${shown(scored)} buổi sinh hoạt được chấm liên tiếp có điểm giống hệt nhau ở mọi nhóm.`,
    en: `${shown(meetings)} of ${shown(scored)} scored meetings, one after the other, have exactly the same points in every group.`,
  }),
} as const satisfies Question<MeetingsSubject>;

/** The same for `20` and `20.0`, and in whatever order the groups were given. */
function inWords(scores: MeetingScores): string {
  const groups = Object.entries(scores).map(([group, points]) => `${group} ${sumOf([points])}`);
  return groups.toSorted().join(', ');
}
