import type { GrievanceFlag, GrievanceId, Instant, OrganisationId } from '#vocabulary';
import type { EventRef, Grounded } from '#projection-engine';

export const GRIEVANCE_STATES = ['OPEN', 'RESOLVED'] as const;
export type GrievanceProgressState = (typeof GRIEVANCE_STATES)[number];

export interface GrievanceDocument extends Grounded {
  readonly grievance: GrievanceId;
  readonly organisation: OrganisationId;
  readonly state: GrievanceProgressState;
  readonly openedAt?: Instant;
  readonly flags: readonly { readonly flag: GrievanceFlag; readonly event: EventRef }[];
  readonly resolvedAt?: Instant;
}
