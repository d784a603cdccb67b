import { valueAt } from '../shared/since';
import { assertNever, compareDecimals, isDecimal, earlierOf, endOfYear } from '#vocabulary';
import type { DecisionContext } from '../shared/context';
import { requireAmount } from '../shared/decimal';
import { definitionOf } from '../shared/programme';
import { refusal } from '../shared/refusal';
import { firstRefusal, requireThat } from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import type { Decimal, Condition } from '#vocabulary';
import type { AppraisedCondition, SelfScore } from './assessment.events';
import type { OpenedAssessment } from './assessment.state';

/** A cell gives itself points; whether an appraised condition is met is not for it to say. */
export function requireSelfScorable(
  scores: readonly SelfScore[],
  state: OpenedAssessment,
  context: DecisionContext,
): Requirement {
  return requireSuitable(scores, 'scores', state, context);
}

/** `APPRAISED` conditions take a result, `POINTS` conditions take points, others are not appraised. */
export function requireAppraisable(
  conditions: readonly AppraisedCondition[],
  state: OpenedAssessment,
  context: DecisionContext,
): Requirement {
  return requireSuitable(conditions, 'conditions', state, context);
}

/** Something was appraised, where the frozen framework leaves anything to appraise. */
export function requireAppraised(state: OpenedAssessment, context: DecisionContext): Requirement {
  const { organisation, year, appraisals } = state;
  const isAsked =
    definitionOf(state.framework, context) === undefined ||
    conditionsOf(state, context).some(({ kind }) => kind === 'APPRAISED' || kind === 'POINTS');
  return requireThat(!isAsked || appraisals.size > 0, 'APPRAISAL_MISSING', { organisation, year });
}

function requireSuitable(
  given: readonly AppraisedCondition[],
  field: string,
  state: OpenedAssessment,
  context: DecisionContext,
): Requirement {
  const conditions = conditionsOf(state, context);
  return firstRefusal(
    ...given.map((appraised) => {
      const condition = conditions.find(({ id }) => id === appraised.condition);
      const about = {
        field,
        organisation: state.organisation,
        condition: appraised.condition,
      };
      return condition === undefined
        ? refusal('CONDITION_UNKNOWN', about)
        : requireSuitableFor(condition, appraised, field);
    }),
  );
}

function requireSuitableFor(
  condition: Condition,
  { result, points }: AppraisedCondition,
  field: string,
): Requirement {
  const unsuitable = (suitable: boolean) =>
    requireThat(suitable, 'CONDITION_UNSUITABLE', {
      field,
      condition: condition.id,
      details: { kind: condition.kind },
    });
  switch (condition.kind) {
    case 'APPRAISED':
      return unsuitable(result !== undefined && points === undefined);
    case 'POINTS':
      return points === undefined || result !== undefined
        ? unsuitable(false)
        : requireWithinMaximum(points, condition, field);
    case 'HARD':
    case 'KNOCK_OUT':
    case 'UNFILLED':
      return unsuitable(false);
    default:
      return assertNever(condition);
  }
}

function requireWithinMaximum(
  points: Decimal,
  { id, maxPoints }: Extract<Condition, { kind: 'POINTS' }>,
  field: string,
): Requirement {
  return firstRefusal(
    requireAmount(points, field),
    requireThat(
      isDecimal(points) && compareDecimals(points, maxPoints) <= 0,
      'POINTS_ABOVE_MAXIMUM',
      { field, points, maximum: maxPoints, details: { condition: id } },
    ),
  );
}

/** Of the frozen framework, those that apply to an organisation of this kind and type in that year. */
function conditionsOf(state: OpenedAssessment, context: DecisionContext): readonly Condition[] {
  const organisation = context.organisation(state.organisation);
  if (organisation?.status !== 'ESTABLISHED') return [];
  const at = earlierOf(context.effectiveAt, endOfYear(state.year));
  const kind = valueAt(organisation.kind, at);
  const type = valueAt(organisation.organisationType, at);
  const profile = definitionOf(state.framework, context)?.profiles.find(
    ({ appliesTo }) =>
      appliesTo.kinds.some((applicable) => applicable === kind) &&
      appliesTo.types.some((applicable) => applicable === '*' || applicable === type),
  );
  return profile?.goods.flatMap((good) => good.conditions) ?? [];
}
