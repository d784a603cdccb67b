import { refOf } from '../../facts';
import { isInYear } from '../subjects/standing.subject';
import type { StandingSubject } from '../subjects/standing.subject';
import type { Question } from '../question';
import { shown } from '../terms';
import { latestTotals } from './latest-totals';

/** The figures stay as they were reported: somebody has to say which is wrong. */
export const reportedTotalNotSum = {
  kind: 'REPORTED_TOTAL_NOT_SUM',
  rule: 'R-29',
  asks: 'Which reported totals are not the sum of official and probationary members (R-29)? They are shown as reported.',
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
  sentence: ({ official, probationary, sum, total }) => ({
    vi: `Số liệu báo cáo không khớp: ${shown(official)} chính thức + ${shown(probationary)} dự bị = ${shown(sum)}, nhưng tổng số báo cáo là ${shown(total)} đảng viên.`,
    en: `The reported figures do not reconcile: ${shown(official)} official + ${shown(probationary)} probationary = ${shown(sum)}, but the total reported is ${shown(total)} members.`,
  }),
} as const satisfies Question<StandingSubject>;
