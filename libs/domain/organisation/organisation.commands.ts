import type { MemberId, OrganisationId, OrganisationKind, OrganisationLevel } from '#vocabulary';

interface OfOrganisation {
  readonly organisation: OrganisationId;
}

export type OrganisationCommand =
  | ({
      readonly type: 'EstablishOrganisation';
      readonly kind: OrganisationKind;
      readonly level?: OrganisationLevel;
      readonly name: string;
      readonly organisationType: string;
      readonly parent?: OrganisationId;
    } & OfOrganisation)
  | ({ readonly type: 'RenameOrganisation'; readonly name: string } & OfOrganisation)
  | ({ readonly type: 'ReparentOrganisation'; readonly to: OrganisationId } & OfOrganisation)
  | ({
      readonly type: 'ChangeOrganisationType';
      readonly organisationType: string;
      readonly kind?: OrganisationKind;
    } & OfOrganisation)
  | ({ readonly type: 'MergeOrganisation'; readonly into: OrganisationId } & OfOrganisation)
  | ({
      readonly type: 'SplitOrganisation';
      readonly into: readonly OrganisationId[];
    } & OfOrganisation)
  | ({ readonly type: 'DissolveOrganisation' } & OfOrganisation)
  | ({ readonly type: 'AppointSecretary'; readonly member: MemberId } & OfOrganisation)
  | ({ readonly type: 'AssignSuperiorDelegate'; readonly member: MemberId } & OfOrganisation)
  | ({
      readonly type: 'ReportMembershipTotals';
      readonly official: number;
      readonly probationary: number;
      readonly total: number;
    } & OfOrganisation);
