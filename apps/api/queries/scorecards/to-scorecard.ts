import { actualText, figureToNumber } from '#criteria';
import type { ConditionResult, GoodResult, LeftOutMember, Scorecard } from '#criteria';
import { pointsGap, pointsGapOf } from '#projections';
import type { OrganisationDocument, ScorecardDocument } from '#projections';
import type { LeftOutMemberType } from './left-out-member.types';
import type { ConditionResultType, GoodResultType, ScorecardType } from './scorecard.types';

export function toScorecard(document: ScorecardDocument, projectedThrough: string): ScorecardType {
  const { organisation, year, campaign, outcome, failedRules, scorecard, basedOn } = document;
  const { points, members, children, framework, goods } = scorecard;
  return {
    organisationId: organisation,
    campaignId: campaign,
    year,
    framework,
    outcome,
    goods: goods.map((good) => toGood(good, document)),
    failedRules,
    selfPoints: points?.self,
    appraisalPoints: points?.appraised.low.numerator,
    pointsGap: pointsGap(goods),
    maxPoints: points && String(points.maximum),
    minimumPoints: points?.minimum === undefined ? undefined : String(points.minimum),
    pointsStatus: points?.status,
    members: toMembers(organisation, members),
    children,
    basedOn,
    projectedThrough,
  };
}

/** Of an organisation that exists and recorded nothing for the year: there is nothing to hold against anything. */
export function unpledgedScorecard(
  { organisation, facts }: OrganisationDocument,
  year: number,
  projectedThrough: string,
): ScorecardType {
  const byLevel = { EXCELLENT: 0, GOOD: 0, COMPLETED: 0, FAILED: 0 };
  const noMembers = { rateable: 0, rated: 0, byLevel, exempted: 0, suspended: 0, leftOut: [] };
  return {
    organisationId: organisation,
    year,
    outcome: 'NOT_PLEDGED',
    goods: [],
    failedRules: [],
    members: toMembers(organisation, noMembers),
    basedOn: facts.at(-1)?.position ?? '0',
    projectedThrough,
  };
}

function toMembers(
  organisation: string,
  { leftOut, ...counts }: Scorecard['members'],
): ScorecardType['members'] {
  return {
    ...counts,
    total: counts.rateable + counts.exempted + counts.suspended,
    leftOut: leftOut.map((one) => toLeftOutMember(organisation, one)),
  };
}

export function toLeftOutMember(
  organisationId: string,
  { member, reason, event }: LeftOutMember,
): LeftOutMemberType {
  return { organisationId, member, reason, event: event.event };
}

function toGood(
  { code, label, status, conditions }: GoodResult,
  scorecard: ScorecardDocument,
): GoodResultType {
  return {
    code,
    labels: label,
    status,
    allConditions: conditions.map((condition) => toCondition(condition, scorecard)),
  };
}

function toCondition(
  result: ConditionResult,
  { organisation, year }: ScorecardDocument,
): ConditionResultType {
  const { id, rule, kind, status, metric, interval, operator, threshold, points, notes } = result;
  return {
    result,
    scorecardYear: year,
    scorecardOrganisation: organisation,
    id,
    rule,
    kind,
    status,
    metric,
    low: interval && figureToNumber(interval.low),
    high: interval && figureToNumber(interval.high),
    actual: actualText(result),
    operator,
    threshold,
    points: points && { ...points, ...pointsGapOf(points) },
    notes,
  };
}
