import type { Decimal, OrganisationId, TargetDirection } from '#vocabulary';
import type { InspectionPlanItem } from './target.events';

interface OfYear {
  readonly organisation: OrganisationId;
  readonly year: number;
}

export type TargetCommand =
  | (OfYear & {
      readonly type: 'AssignTarget';
      readonly code: string;
      readonly title: string;
      readonly unit: string;
      readonly assigned: Decimal;
      readonly direction: TargetDirection;
    })
  | (OfYear & {
      readonly type: 'ReportTargetProgress';
      readonly code: string;
      readonly achieved: Decimal;
    })
  | (OfYear & {
      readonly type: 'ConfirmTargetResult';
      readonly code: string;
      readonly achieved: Decimal;
    })
  | (OfYear & {
      readonly type: 'AdoptInspectionPlan';
      readonly items: readonly InspectionPlanItem[];
    })
  | (OfYear & { readonly type: 'CompleteInspectionPlanItem'; readonly item: string });
