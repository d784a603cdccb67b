import type { MeetingScores } from '#domain';
import { sumOf } from '../../../points';
import { longestRun } from '../../longest-run';
import type { YearSubject } from '../../subjects/year.subject';
import type { Question } from '../../question';

const SUSPICIOUS = 6;

/** Six scored meetings or more of the year, one after the other, with the same points in every group. */
export const scoresAllAlike: Question<YearSubject> = {
  kind: 'SCORES_ALL_ALIKE',
  answer: ({ meetings }) => {
    const scored = meetings.flatMap(({ document }) => document.scoring.confirmed ?? []);
    const run = longestRun(scored, ({ scores }) => inWords(scores));
    if (run.length < SUSPICIOUS) return [];
    const figures = { meetings: run.length, scored: scored.length };
    return [{ figures, events: run.map(({ event }) => event) }];
  },
};

/** The same for `20` and `20.0`, and in whatever order the groups were given. */
function inWords(scores: MeetingScores): string {
  const groups = Object.entries(scores).map(([group, points]) => `${group} ${sumOf([points])}`);
  return groups.toSorted().join(', ');
}
