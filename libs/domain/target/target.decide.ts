import { assertNever } from '#vocabulary';
import { dataOf } from '../shared/command';
import type { DecisionContext } from '../shared/context';
import { requireDecimal } from '../shared/decimal';
import type { Decision } from '../shared/decision';
import { requireDistinct } from '../shared/distinct';
import {
  decidedUnless,
  firstRefusal,
  requireOrganisation,
  requireText,
  requireThat,
  requireYear,
} from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import type { TargetCommand } from './target.commands';
import type { TargetEvent } from './target.events';
import { targetOf } from './target.state';
import type { TargetState } from './target.state';

export function decideTarget(
  command: TargetCommand,
  state: TargetState,
  context: DecisionContext,
): Decision<TargetEvent> {
  switch (command.type) {
    case 'AssignTarget':
      return assign(command, state, context);
    case 'ReportTargetProgress':
      return decidedUnless(requireOpenTarget(command, state), {
        type: 'TargetProgressReported',
        data: dataOf(command),
      });
    case 'ConfirmTargetResult':
      return decidedUnless(requireOpenTarget(command, state), {
        type: 'TargetResultConfirmed',
        data: dataOf(command),
      });
    case 'AdoptInspectionPlan':
      return adoptPlan(command, state, context);
    case 'CompleteInspectionPlanItem':
      return completePlanItem(command, state);
    default:
      return assertNever(command);
  }
}

type Of<Type extends TargetCommand['type']> = Extract<TargetCommand, { type: Type }>;

function assign(
  command: Of<'AssignTarget'>,
  state: TargetState,
  context: DecisionContext,
): Decision<TargetEvent> {
  const data = dataOf(command);
  const obstacle = firstRefusal(
    requireYear(data.year),
    requireText(data.code, 'code'),
    requireDecimal(data.assigned, 'assigned'),
    requireOrganisation(data.organisation, context),
    requireThat(targetOf(state, data.code) === undefined, 'TARGET_ALREADY_ASSIGNED', {
      field: 'code',
      details: { code: data.code },
    }),
  );
  return decidedUnless(obstacle, { type: 'TargetAssigned', data });
}

/** Progress and results may come after the organisation's end; the assignment shows that it existed. */
function requireOpenTarget(
  { code, achieved }: Of<'ReportTargetProgress' | 'ConfirmTargetResult'>,
  state: TargetState,
): Requirement {
  const target = targetOf(state, code);
  const about = { field: 'code', details: { code } };
  return firstRefusal(
    requireDecimal(achieved, 'achieved'),
    requireThat(target !== undefined, 'TARGET_UNKNOWN', about),
    requireThat(target?.confirmed === undefined, 'TARGET_ALREADY_CONFIRMED', about),
  );
}

function adoptPlan(
  command: Of<'AdoptInspectionPlan'>,
  state: TargetState,
  context: DecisionContext,
): Decision<TargetEvent> {
  const data = dataOf(command);
  const codes = data.items.map((item) => item.code);
  const obstacle = firstRefusal(
    requireYear(data.year),
    requireThat(codes.length > 0, 'VALUE_INVALID', { field: 'items' }),
    ...codes.map((code) => requireText(code, 'items')),
    requireDistinct(codes, 'items'),
    requireOrganisation(data.organisation, context),
    requireThat(state.inspectionPlan === undefined, 'INSPECTION_PLAN_ALREADY_ADOPTED'),
  );
  return decidedUnless(obstacle, { type: 'InspectionPlanAdopted', data });
}

function completePlanItem(
  command: Of<'CompleteInspectionPlanItem'>,
  { inspectionPlan }: TargetState,
): Decision<TargetEvent> {
  const data = dataOf(command);
  const about = { field: 'item', details: { item: data.item } };
  const planned = inspectionPlan?.items.includes(data.item) ?? false;
  const obstacle = firstRefusal(
    requireThat(planned, 'INSPECTION_PLAN_ITEM_UNKNOWN', about),
    requireThat(inspectionPlan?.done.includes(data.item) !== true, 'ALREADY_DONE', about),
  );
  return decidedUnless(obstacle, { type: 'InspectionPlanItemDone', data });
}
