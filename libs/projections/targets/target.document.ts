import type { Decimal, OrganisationId, TargetDirection } from '#vocabulary';
import type { EventRef, Grounded } from '#projection-engine';

export interface AchievedResult {
  readonly achieved: Decimal;
  readonly event: EventRef;
}

/** One target of an organisation for a year. */
export interface TargetDocument extends Grounded {
  readonly organisation: OrganisationId;
  readonly year: number;
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly assigned: Decimal | null;
  readonly direction: TargetDirection;
  /** Reports on the way, in the order recorded. */
  readonly progress: readonly AchievedResult[];
  /** What stands: the first confirmation. */
  readonly confirmed?: AchievedResult;
}

export interface InspectionPlanProgressItem {
  readonly code: string;
  readonly title: string;
  readonly done?: EventRef;
}

/** The inspection and supervision plan of an organisation for a year. */
export interface InspectionPlanDocument extends Grounded {
  readonly organisation: OrganisationId;
  readonly year: number;
  readonly adopted?: EventRef;
  readonly items: readonly InspectionPlanProgressItem[];
}
