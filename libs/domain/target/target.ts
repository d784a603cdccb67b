import { TARGET_DIRECTIONS } from '#vocabulary';
import type { Decimal, OrganisationId, TargetDirection } from '#vocabulary';
import { aggregate } from '../shared/aggregate';
import { commandsOn } from '../shared/command';
import { requireConfirming } from '../shared/confirming';
import { requireDecimal } from '../shared/decimal';
import { requireDistinct } from '../shared/distinct';
import type { Fact } from '../shared/event';
import type { Facts } from '../shared/facts';
import { field } from '../shared/field';
import {
  decidedUnless,
  firstRefusal,
  requireOrganisation,
  requireText,
  requireThat,
  requireYear,
} from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import { INSPECTORS, OFFICES, SUPERIORS } from '../shared/roles';
import { ABOVE, AT_OR_ABOVE } from '../shared/standing';
import { streams } from '../shared/streams';

interface AboutYear {
  readonly organisation: OrganisationId;
  readonly year: number;
}

interface AboutTarget extends AboutYear {
  readonly code: string;
}

interface InspectionPlanItem {
  readonly code: string;
  readonly title: string;
}

export type TargetEvent =
  | Fact<
      'TargetAssigned',
      AboutTarget & {
        readonly title: string;
        readonly unit: string;
        readonly assigned: Decimal;
        readonly direction: TargetDirection;
      }
    >
  | Fact<'TargetProgressReported', AboutTarget & { readonly achieved: Decimal }>
  | Fact<'TargetResultConfirmed', AboutTarget & { readonly achieved: Decimal }>
  | Fact<'InspectionPlanAdopted', AboutYear & { readonly items: readonly InspectionPlanItem[] }>
  | Fact<'InspectionPlanItemDone', AboutYear & { readonly item: string }>;

interface AssignedTarget {
  readonly code: string;
  readonly assigned: Decimal;
  readonly direction: TargetDirection;
  /** As last reported, before anybody confirmed it. */
  readonly reported?: Decimal;
  readonly confirmed?: Decimal;
}

interface InspectionPlanProgress {
  readonly items: readonly string[];
  readonly done: readonly string[];
}

/** What was asked of an organisation for one year, and what came of it. */
interface TargetState {
  readonly targets: readonly AssignedTarget[];
  readonly inspectionPlan?: InspectionPlanProgress;
}

const facts: Facts<TargetState, TargetEvent> = {
  TargetAssigned: {
    groundOf: ['TargetProgressReported', 'TargetResultConfirmed'],
    evolve: (state, { data: { code, assigned, direction } }) =>
      targetIn(state, code) === undefined
        ? { ...state, targets: [...state.targets, { code, assigned, direction }] }
        : state,
  },
  TargetProgressReported: {
    groundOf: [],
    evolve: (state, { data: { code, achieved } }) =>
      withResult(state, code, { reported: achieved }),
  },
  TargetResultConfirmed: {
    groundOf: [],
    evolve: (state, { data: { code, achieved } }) =>
      withResult(state, code, { confirmed: achieved }),
  },
  InspectionPlanAdopted: {
    groundOf: ['InspectionPlanItemDone'],
    evolve: (state, { data: { items } }) =>
      state.inspectionPlan === undefined
        ? { ...state, inspectionPlan: { items: items.map(({ code }) => code), done: [] } }
        : state,
  },
  InspectionPlanItemDone: {
    groundOf: [],
    evolve(state, { data: { item } }) {
      const plan = state.inspectionPlan;
      if (plan?.items.includes(item) !== true || plan.done.includes(item)) return state;
      return { ...state, inspectionPlan: { ...plan, done: [...plan.done, item] } };
    },
  },
};

/** A confirmed result stands: neither a later report nor another confirmation changes it. */
function withResult(
  state: TargetState,
  code: string,
  result: Pick<AssignedTarget, 'reported' | 'confirmed'>,
): TargetState {
  const found = targetIn(state, code);
  if (found === undefined || found.confirmed !== undefined) return state;
  return {
    ...state,
    targets: state.targets.map((target) => (target === found ? { ...target, ...result } : target)),
  };
}

const command = commandsOn<TargetState, TargetEvent>();
const ofYear = { organisation: field.organisation, year: field.year };
const result = { ...ofYear, code: field.code, achieved: field.decimal };

export const targetAggregate = aggregate<TargetState, TargetEvent>()({
  category: 'target',
  initial: { targets: [] },
  streamOf: ({ organisation, year }) => streams.target(organisation, year),
  facts,
  notBeforeYear: ['TargetProgressReported', 'TargetResultConfirmed', 'InspectionPlanItemDone'],
  about: ({ organisation }) => ({ organisations: [organisation] }),
  commands: {
    AssignTarget: command({
      fields: {
        ...ofYear,
        code: field.code,
        title: field.text(),
        unit: field.line(),
        assigned: field.decimal,
        direction: field.enum(TARGET_DIRECTIONS),
      },
      authority: { roles: SUPERIORS, standing: ABOVE },
      decide(data, state, context) {
        return decidedUnless(
          firstRefusal(
            requireYear(data.year),
            requireText(data.code, 'code'),
            requireDecimal(data.assigned, 'assigned'),
            requireOrganisation(data.organisation, context),
            requireThat(targetIn(state, data.code) === undefined, 'TARGET_ALREADY_ASSIGNED', {
              field: 'code',
              subject: ['target', data],
            }),
          ),
          { type: 'TargetAssigned', data },
        );
      },
    }),
    ReportTargetProgress: command({
      fields: result,
      authority: { roles: OFFICES, standing: AT_OR_ABOVE },
      decide: (data, state) =>
        decidedUnless(requireOpenTarget(data, state), { type: 'TargetProgressReported', data }),
    }),
    ConfirmTargetResult: command({
      fields: result,
      authority: { roles: SUPERIORS, standing: AT_OR_ABOVE },
      decide: (data, state, context) =>
        decidedUnless(
          firstRefusal(
            requireOpenTarget(data, state),
            requireConfirming('targetResult', data, context),
          ),
          { type: 'TargetResultConfirmed', data },
        ),
    }),
    AdoptInspectionPlan: command({
      fields: {
        ...ofYear,
        items: field.list(field.nested({ code: field.code, title: field.text() })),
      },
      authority: { roles: INSPECTORS, standing: AT_OR_ABOVE },
      decide(data, { inspectionPlan }, context) {
        const codes = data.items.map(({ code }) => code);
        return decidedUnless(
          firstRefusal(
            requireYear(data.year),
            requireThat(codes.length > 0, 'VALUE_INVALID', { field: 'items', value: codes }),
            ...codes.map((code) => requireText(code, 'items')),
            requireDistinct(codes, 'items'),
            requireOrganisation(data.organisation, context),
            requireThat(inspectionPlan === undefined, 'INSPECTION_PLAN_ALREADY_ADOPTED', {
              organisation: data.organisation,
              year: data.year,
            }),
          ),
          { type: 'InspectionPlanAdopted', data },
        );
      },
    }),
    CompleteInspectionPlanItem: command({
      fields: { ...ofYear, item: field.code },
      authority: { roles: INSPECTORS, standing: AT_OR_ABOVE },
      decide(data, { inspectionPlan }) {
        const planned = inspectionPlan?.items.includes(data.item) ?? false;
        return decidedUnless(
          firstRefusal(
            requireThat(planned, 'INSPECTION_PLAN_ITEM_UNKNOWN', { field: 'item', ...data }),
            requireThat(inspectionPlan?.done.includes(data.item) !== true, 'ALREADY_DONE', {
              field: 'item',
              subject: ['inspectionPlanItem', data],
              state: 'DONE',
            }),
          ),
          { type: 'InspectionPlanItemDone', data },
        );
      },
    }),
  },
});

function targetIn({ targets }: TargetState, code: string): AssignedTarget | undefined {
  return targets.find((target) => target.code === code);
}

/** Progress and results may come after the organisation's end; the assignment shows that it existed. */
function requireOpenTarget(
  result: AboutTarget & { readonly achieved: Decimal },
  state: TargetState,
): Requirement {
  const target = targetIn(state, result.code);
  const about = { field: 'code', subject: ['target', result] } as const;
  return firstRefusal(
    requireDecimal(result.achieved, 'achieved'),
    requireThat(target !== undefined, 'TARGET_UNKNOWN', about),
    requireThat(target?.confirmed === undefined, 'TARGET_ALREADY_CONFIRMED', about),
  );
}
