import { ownEntry } from '../evaluation/own-entry';
import { pointsInterval } from '../evaluation/points-interval';
import { evidenceOf } from './evidence';
import type { Metric } from './metric';

export const pointsAppraised: Metric = {
  name: 'points.appraised',
  measure: 'COUNT',
  evaluate: ({ appraisals }, _params, { pointConditions }) => {
    const given = pointConditions
      .map(({ id }) => ownEntry(appraisals, id))
      .filter((appraisal) => appraisal?.points !== undefined);
    return {
      interval: pointsInterval(appraisals, pointConditions),
      evidence: evidenceOf(given.map((appraisal) => appraisal?.event)),
      notes: [],
    };
  },
};
