import { ownEntry } from '../evaluation/own-entry';
import { pointsInterval } from '../evaluation/points-interval';
import { allEvidence } from './evidence';
import type { Metric } from './metric';

export const pointsAppraised: Metric = {
  name: 'points.appraised',
  measure: 'COUNT',
  figure: () => ({
    vi: 'Tổng điểm thẩm định',
    en: 'Sum of appraised points',
  }),
  open: 'What is not yet appraised may still get any points up to its maximum.',
  evaluate: ({ appraisals }, _params, { pointConditions }) => {
    const given = pointConditions
      .map(({ id }) => ownEntry(appraisals, id))
      .filter((appraisal) => appraisal?.points !== undefined);
    return {
      interval: pointsInterval(appraisals, pointConditions),
      ...allEvidence(given.map((appraisal) => appraisal?.event)),
    };
  },
};
