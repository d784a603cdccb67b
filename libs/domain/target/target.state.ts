import { assertNever } from '#vocabulary';
import type { Effective } from '../shared/event';
import type { Decimal, TargetDirection } from '#vocabulary';
import type { TargetEvent } from './target.events';

export interface AssignedTarget {
  readonly code: string;
  readonly assigned: Decimal;
  readonly direction: TargetDirection;
  /** As last reported, before anybody confirmed it. */
  readonly reported?: Decimal;
  readonly confirmed?: Decimal;
}

export interface InspectionPlanProgress {
  readonly items: readonly string[];
  readonly done: readonly string[];
}

/** What was asked of an organisation for one year, and what came of it. */
export interface TargetState {
  readonly targets: readonly AssignedTarget[];
  readonly inspectionPlan?: InspectionPlanProgress;
}

export const noTargets: TargetState = { targets: [] };

export function evolveTarget(state: TargetState, fact: Effective<TargetEvent>): TargetState {
  switch (fact.type) {
    case 'TargetAssigned': {
      const { code, assigned, direction } = fact.data;
      if (targetOf(state, code) !== undefined) return state;
      return { ...state, targets: [...state.targets, { code, assigned, direction }] };
    }
    case 'TargetProgressReported':
      return withTarget(state, fact.data.code, { reported: fact.data.achieved });
    case 'TargetResultConfirmed':
      return withTarget(state, fact.data.code, { confirmed: fact.data.achieved });
    case 'InspectionPlanAdopted':
      if (state.inspectionPlan !== undefined) return state;
      return {
        ...state,
        inspectionPlan: { items: fact.data.items.map((item) => item.code), done: [] },
      };
    case 'InspectionPlanItemDone':
      return withItemDone(state, fact.data.item);
    default:
      return assertNever(fact);
  }
}

export function targetOf(state: TargetState, code: string): AssignedTarget | undefined {
  return state.targets.find((target) => target.code === code);
}

/** A confirmed result stands: neither a later report nor another confirmation changes it. */
function withTarget(
  state: TargetState,
  code: string,
  result: Pick<AssignedTarget, 'reported' | 'confirmed'>,
): TargetState {
  const target = targetOf(state, code);
  if (target === undefined || target.confirmed !== undefined) return state;
  return {
    ...state,
    targets: state.targets.map((one) => (one === target ? { ...one, ...result } : one)),
  };
}

function withItemDone(state: TargetState, item: string): TargetState {
  const plan = state.inspectionPlan;
  if (plan === undefined || !plan.items.includes(item) || plan.done.includes(item)) return state;
  return { ...state, inspectionPlan: { ...plan, done: [...plan.done, item] } };
}
