import { ANYTHING, count, share } from '../evaluation/figure';
import { evidenceOf } from './evidence';
import type { Metric } from './metric';

/** What is not done stays open even in a closed year, for the plan may be reported late; having no plan does not. */
export const inspectionPlanDoneShare: Metric = {
  name: 'inspectionPlan.doneShare',
  measure: 'SHARE',
  evaluate: ({ inspectionPlan, periodClosed }) => {
    if (!inspectionPlan || inspectionPlan.items.length === 0) {
      return {
        interval: periodClosed ? count(0, 0) : ANYTHING,
        evidence: evidenceOf([inspectionPlan?.adopted, periodClosed]),
        notes: ['NOTHING_RECORDED'],
      };
    }
    const { adopted, items } = inspectionPlan;
    const done = items.filter((item) => item.done).length;
    return {
      interval: share(done, items.length, items.length),
      evidence: evidenceOf([adopted, ...items.map((item) => item.done)]),
      notes: [],
    };
  },
};
