import { actualText, figureToNumber } from '#criteria';
import type { ConditionResult, GoodResult, Scorecard } from '#criteria';
import { pointsGap, pointsGapOf } from '../../points';
import type { ScorecardDocument } from './scorecard.document';

/** What everybody is told of a scorecard in the same words: by the service, and by who computes it alone. */
export type ToldScorecard = ReturnType<typeof toldScorecard>;

export function toldScorecard({
  year,
  outcome,
  failedRules,
  scorecard,
  basedOn,
}: ScorecardDocument) {
  const { points, members, children, framework, goods } = scorecard;
  return {
    year,
    framework,
    outcome,
    goods: goods.map(toldGood),
    failedRules,
    selfPoints: points?.self,
    appraisalPoints: points?.appraised.low.numerator,
    pointsGap: pointsGap(goods),
    maxPoints: points && String(points.maximum),
    minimumPoints: points?.minimum === undefined ? undefined : String(points.minimum),
    pointsStatus: points?.status,
    members: toldMembers(members),
    children,
    basedOn,
  };
}

export function toldMembers<M extends Omit<Scorecard['members'], 'leftOut'>>(
  counts: M,
): M & { readonly total: number } {
  return { ...counts, total: counts.rateable + counts.exempted + counts.suspended };
}

function toldGood({ code, label, status, conditions }: GoodResult) {
  return { code, labels: label, status, conditions: conditions.map(toldCondition) };
}

function toldCondition(result: ConditionResult) {
  const { id, rule, kind, metric, operator, threshold, points, notes } = result;
  return {
    result,
    id,
    rule,
    kind,
    metric,
    ...toldStanding(result),
    operator,
    threshold,
    points: points && { ...points, ...pointsGapOf(points) },
    notes,
  };
}

/** Where a condition stands, with its figure in numbers and in words. */
export function toldStanding(result: ConditionResult) {
  const { status, interval } = result;
  return {
    status,
    low: interval && figureToNumber(interval.low),
    high: interval && figureToNumber(interval.high),
    actual: actualText(result),
  };
}
