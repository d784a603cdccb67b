import { ANYTHING, count, share } from '../evaluation/figure';
import { allEvidence, countedEvidence } from './evidence';
import type { Metric } from './metric';

/** What is not done stays open even in a closed year, for the plan may be reported late; having no plan does not. */
export const inspectionPlanDoneShare: Metric = {
  name: 'inspectionPlan.doneShare',
  measure: 'SHARE',
  figure: () => ({
    vi: 'Số nội dung kế hoạch kiểm tra, giám sát đã thực hiện trên tổng số nội dung',
    en: 'Items of the inspection plan done, of all items',
  }),
  open: 'Items not done may still be; without a plan it is open until the year is closed, and then 0.',
  evaluate: ({ inspectionPlan, periodClosed }) => {
    if (!inspectionPlan || inspectionPlan.items === 0) {
      return {
        interval: periodClosed ? count(0, 0) : ANYTHING,
        ...allEvidence([inspectionPlan?.adopted, periodClosed]),
        notes: ['NOTHING_RECORDED'],
      };
    }
    const { adopted, items, done, evidence } = inspectionPlan;
    return {
      interval: share(done, items, items),
      ...countedEvidence([{ kind: 'planItems', refs: evidence, total: done }], [adopted]),
    };
  },
};
