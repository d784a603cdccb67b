import type { OrganisationId } from '#vocabulary';
import type { EvidenceRef, TargetFact } from '#criteria';
import { refOf } from './entries';
import { partOf } from './kept';

interface OfYear {
  readonly organisation: OrganisationId;
  readonly year: number;
}

export interface TargetDocument extends OfYear {
  readonly kind: 'target';
  readonly assigned?: TargetFact;
}

/** One item of the inspection plan: the plan itself is kept with the year. */
export interface PlanItemDocument extends OfYear {
  readonly kind: 'plan-item';
  readonly done?: EvidenceRef;
}

export function unknownTarget({ organisation, year }: OfYear): TargetDocument {
  return { kind: 'target', organisation, year };
}

export function unknownPlanItem({ organisation, year }: OfYear): PlanItemDocument {
  return { kind: 'plan-item', organisation, year };
}

export const targetParts = [
  partOf<TargetDocument>()({
    subjectsOf: ({ data: { organisation, year, code } }) => [
      { kind: 'target', organisation, year, code },
    ],
    takes: {
      TargetAssigned: (document, event) => {
        const { code, assigned, direction } = event.data;
        return { ...document, assigned: { code, assigned, direction, assignedBy: refOf(event) } };
      },
      TargetResultConfirmed: (document, event) => {
        if (!document.assigned) return document;
        const confirmed = { achieved: event.data.achieved, event: refOf(event) };
        return { ...document, assigned: { ...document.assigned, confirmed } };
      },
    },
    without: unknownTarget,
  }),
];

export const planItemParts = [
  partOf<PlanItemDocument>()({
    subjectsOf: ({ data: { organisation, year, item } }) => [
      { kind: 'plan-item', organisation, year, code: item },
    ],
    takes: { InspectionPlanItemDone: (document, event) => ({ ...document, done: refOf(event) }) },
    without: unknownPlanItem,
  }),
];
