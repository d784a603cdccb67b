import { targetMargin } from '#criteria';
import type { PlanItemDocument, TargetDocument } from '../../facts/target.facts';
import type { Contribution } from '../contribution';

export function targetContributions({
  organisation,
  year,
  assigned,
}: TargetDocument): readonly Contribution[] {
  if (assigned === undefined) return [];
  const appliesTo = { organisation, year };
  const margin = targetMargin(assigned);
  const states = [
    ...(margin === undefined ? (['unconfirmed'] as const) : []),
    ...(margin !== undefined && margin >= 0 ? (['met'] as const) : []),
    ...(margin !== undefined && margin > 0 ? (['exceeded'] as const) : []),
  ];
  const event = assigned.confirmed?.event ?? assigned.assignedBy;
  return [
    {
      count: { name: 'target', state: 'assigned' },
      appliesTo,
      evidence: [{ kind: 'targets', ...event }],
    },
    ...states.map((state) => ({
      count: { name: 'target', state } as const,
      appliesTo,
      evidence: [],
    })),
  ];
}

export function planItemContributions({
  organisation,
  year,
  done,
}: PlanItemDocument): readonly Contribution[] {
  if (done === undefined) return [];
  return [
    {
      count: { name: 'planItemDone' },
      appliesTo: { organisation, year },
      evidence: [{ kind: 'planItems', ...done }],
    },
  ];
}
