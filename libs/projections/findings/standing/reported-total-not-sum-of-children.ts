import { refOf } from '../../facts';
import { wasChildOf } from '../subjects/organisation.subject';
import { isInYear } from '../subjects/standing.subject';
import type { StandingSubject } from '../subjects/standing.subject';
import type { Question } from '../question';
import { shown } from '../terms';
import { latestTotals } from './latest-totals';

/** Asked for dates for which the organisation and all its direct children reported. */
export const reportedTotalNotSumOfChildren = {
  kind: 'REPORTED_TOTAL_NOT_SUM_OF_CHILDREN',
  rule: 'R-29',
  asks: 'Which reported totals are not the sum of what all direct subordinate organisations reported for the same date (R-29)?',
  candidates: ({ own }) => own.totals.map(({ id }) => id),
  answer: ({ own, children, organisation, year }) =>
    [...latestTotals(own)]
      .filter(([, report]) => isInYear(report, year))
      .flatMap(([date, report]) => {
        const of = children.filter((one) => wasChildOf(one, organisation, report.effectiveAt));
        const reports = of.flatMap((child) => latestTotals(child).get(date) ?? []);
        const sum = reports.reduce((all, { data }) => all + data.total, 0);
        const { total } = report.data;
        if (reports.length === 0 || reports.length < of.length || sum === total) return [];
        return [
          {
            about: report.id,
            figures: { total, sum, difference: total - sum, children: of.length },
            events: [report, ...reports].map(refOf),
          },
        ];
      }),
  sentence: ({ total, sum, children }) => ({
    vi: `Tổng số báo cáo là ${shown(total)} đảng viên, nhưng ${shown(children)} tổ chức trực thuộc báo cáo cộng lại là ${shown(sum)}.`,
    en: `The total reported is ${shown(total)} members, but the ${shown(children)} direct subordinate organisations reported ${shown(sum)} together.`,
  }),
} as const satisfies Question<StandingSubject>;
