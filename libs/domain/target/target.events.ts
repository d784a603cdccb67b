import type { Fact } from '../shared/event';
import type { Decimal, OrganisationId, TargetDirection } from '#vocabulary';

interface OfTarget {
  readonly organisation: OrganisationId;
  readonly year: number;
  readonly code: string;
}

export interface InspectionPlanItem {
  readonly code: string;
  readonly title: string;
}

export type TargetEvent =
  | Fact<
      'TargetAssigned',
      OfTarget & {
        readonly title: string;
        readonly unit: string;
        readonly assigned: Decimal;
        readonly direction: TargetDirection;
      }
    >
  | Fact<'TargetProgressReported', OfTarget & { readonly achieved: Decimal }>
  | Fact<'TargetResultConfirmed', OfTarget & { readonly achieved: Decimal }>
  | Fact<
      'InspectionPlanAdopted',
      {
        readonly organisation: OrganisationId;
        readonly year: number;
        readonly items: readonly InspectionPlanItem[];
      }
    >
  | Fact<
      'InspectionPlanItemDone',
      { readonly organisation: OrganisationId; readonly year: number; readonly item: string }
    >;
