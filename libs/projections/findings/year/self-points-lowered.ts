import { differenceOf, sumOf } from '../../points';
import type { Decimal } from '#vocabulary';
import { refOf } from '../../facts';
import { ofType } from '../subjects/of-type';
import type { YearSubject } from '../subjects/year.subject';
import type { Question } from '../question';
import { shown } from '../terms';

const REMARKABLE_POINTS = 10;

/** Over the conditions that both gave points to: what only one looked at says nothing. */
export const selfPointsLowered = {
  kind: 'SELF_POINTS_LOWERED',
  rule: 'R-12',
  asks: 'Where did the appraisal give at least ten points less than the self-assessment (R-12)?',
  answer: ({ facts }) => {
    const submitted = ofType(facts, 'SelfAssessmentSubmitted').at(-1);
    const appraisals = ofType(facts, 'AppraisalRecorded');
    if (submitted === undefined) return [];
    const appraised = new Map<string, Decimal>();
    for (const { condition, points } of appraisals.flatMap(({ data }) => data.conditions)) {
      if (points !== undefined) appraised.set(condition, points);
    }
    const both = submitted.data.scores.filter(({ condition }) => appraised.has(condition));
    const self = sumOf(both.map(({ points }) => points));
    const given = sumOf(both.map(({ condition }) => appraised.get(condition) ?? '0'));
    const gap = differenceOf(self, given);
    if (Number(gap) < REMARKABLE_POINTS) return [];
    const events = [submitted, ...appraisals].map(refOf);
    return [{ figures: { self, appraised: given, gap, conditions: both.length }, events }];
  },
  sentence: ({ self, appraised, gap }) => ({
    vi: `Tự chấm ${shown(self)} điểm, thẩm định ${shown(appraised)} điểm: chênh ${shown(gap)}.`,
    en: `${shown(self)} points by self-assessment, ${shown(appraised)} by appraisal: a difference of ${shown(gap)}.`,
  }),
} as const satisfies Question<YearSubject>;
