import { canonicalJson } from '#ledger';
import { toldScorecard } from '#projections';
import type { ScorecardDocument } from '#projections';

/** What a line holds, as the service is asked for it: nothing that depends on where an event is in a store. */
export const SCORECARD_QUERY = `query ($organisation: ID!, $year: Int!, $asOf: AsOfInput, $atLeast: Position) {
  scorecard(organisation: $organisation, year: $year, asOf: $asOf, atLeast: $atLeast) {
    organisation { id } year framework { id version } outcome failedRules
    selfPoints appraisalPoints pointsGap maxPoints minimumPoints pointsStatus
    members { total rateable rated exempted suspended byLevel { excellent good completed failed } }
    children { total recognised notRecognised undecided rated { excellent good completed failed } }
    goods { code status conditions {
      id rule kind status metric low high actual operator threshold notes
      points { self appraised gap maximum } evidence { id } } }
  }
}`;

type Levels = ScorecardDocument['scorecard']['members']['byLevel'];

/** The scorecard as the service answers it, as a value. */
export function answeredScorecard(document: ScorecardDocument): object {
  const { members, children, goods, framework, ...told } = toldScorecard(document);
  const { total, rateable, rated, exempted, suspended, byLevel } = members;
  const { selfPoints, appraisalPoints, maxPoints, minimumPoints, pointsStatus } = told;
  return {
    organisation: { id: document.organisation },
    year: told.year,
    framework: framework === undefined ? null : { id: framework.id, version: framework.version },
    outcome: told.outcome,
    failedRules: told.failedRules,
    selfPoints: selfPoints ?? null,
    appraisalPoints: appraisalPoints ?? null,
    pointsGap: told.pointsGap ?? null,
    maxPoints: maxPoints ?? null,
    minimumPoints: minimumPoints ?? null,
    pointsStatus: pointsStatus ?? null,
    members: { total, rateable, rated, exempted, suspended, byLevel: levelsOf(byLevel) },
    children: children === undefined ? null : childrenOf(children),
    goods: goods.map(({ code, status, conditions }) => ({
      code,
      status,
      conditions: conditions.map(conditionOf),
    })),
  };
}

/** One canonical line (RFC 8785). */
export function scorecardLine(scorecard: object): string {
  return `${canonicalJson(scorecard)}\n`;
}

type Children = NonNullable<ReturnType<typeof toldScorecard>['children']>;
type Condition = ReturnType<typeof toldScorecard>['goods'][number]['conditions'][number];

function childrenOf({ total, recognised, notRecognised, undecided, rated }: Children): object {
  return { total, recognised, notRecognised, undecided, rated: levelsOf(rated) };
}

function conditionOf(condition: Condition): object {
  const { id, rule, kind, status, metric, low, high, actual, operator, threshold } = condition;
  const { notes, points, result } = condition;
  return {
    id,
    rule: rule ?? null,
    kind,
    status,
    metric: metric ?? null,
    low: low ?? null,
    high: high ?? null,
    actual: actual ?? null,
    operator: operator ?? null,
    threshold: threshold ?? null,
    notes,
    points: points === undefined ? null : pointsOf(points),
    evidence: result.evidence.map(({ event }) => ({ id: event })),
  };
}

function pointsOf({ self, appraised, gap, maximum }: NonNullable<Condition['points']>): object {
  return { self: self ?? null, appraised: appraised ?? null, gap: gap ?? null, maximum };
}

function levelsOf({ EXCELLENT, GOOD, COMPLETED, FAILED }: Levels): object {
  return { excellent: EXCELLENT, good: GOOD, completed: COMPLETED, failed: FAILED };
}
