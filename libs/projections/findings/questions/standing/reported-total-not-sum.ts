import { refOf } from '../../../facts';
import { isInYear } from '../../subjects/standing.subject';
import type { StandingSubject } from '../../subjects/standing.subject';
import type { Question } from '../../question';
import { latestTotals } from './latest-totals';

/** The figures stay as they were reported: somebody has to say which is wrong. */
export const reportedTotalNotSum: Question<StandingSubject> = {
  kind: 'REPORTED_TOTAL_NOT_SUM',
  candidates: ({ own }) => own.totals.map(({ id }) => id),
  answer: ({ own, year }) =>
    [...latestTotals(own).values()]
      .filter((report) => isInYear(report, year))
      .filter(({ data: { official, probationary, total } }) => official + probationary !== total)
      .map((report) => {
        const { official, probationary, total } = report.data;
        const sum = official + probationary;
        return {
          about: report.id,
          figures: { official, probationary, total, sum, difference: total - sum },
          events: [refOf(report)],
        };
      }),
};
