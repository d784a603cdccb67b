import type { GrievanceFlag, GrievanceId, OrganisationId } from '#vocabulary';

export type GrievanceCommand =
  | {
      readonly type: 'OpenGrievance';
      readonly grievance: GrievanceId;
      readonly organisation: OrganisationId;
      readonly flags: readonly GrievanceFlag[];
    }
  | {
      readonly type: 'FlagGrievance';
      readonly grievance: GrievanceId;
      readonly flag: GrievanceFlag;
    }
  | { readonly type: 'ResolveGrievance'; readonly grievance: GrievanceId };
