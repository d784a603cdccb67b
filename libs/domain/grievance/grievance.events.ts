import type { Fact } from '../shared/event';
import type { GrievanceFlag, GrievanceId, OrganisationId } from '#vocabulary';

interface OfGrievance {
  readonly grievance: GrievanceId;
  readonly organisation: OrganisationId;
}

export type GrievanceEvent =
  | Fact<'GrievanceOpened', OfGrievance>
  | Fact<'GrievanceFlagged', OfGrievance & { readonly flag: GrievanceFlag }>
  | Fact<'GrievanceResolved', OfGrievance>;
