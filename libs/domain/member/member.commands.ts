import type { LocalDate, MemberId, OrganisationId, LeavingCause } from '#vocabulary';

interface OfMember {
  readonly member: MemberId;
}

export type MemberCommand =
  | ({
      readonly type: 'AdmitMember';
      readonly organisation: OrganisationId;
      /** Date of admission to the Party; the command's `effectiveAt` is since when the organisation has the member. */
      readonly admittedOn?: LocalDate;
    } & OfMember)
  | ({ readonly type: 'MakeMemberOfficial'; readonly officialOn?: LocalDate } & OfMember)
  | ({
      readonly type: 'TransferMember';
      readonly from: OrganisationId;
      readonly to: OrganisationId;
    } & OfMember)
  | ({ readonly type: 'ExemptMember' } & OfMember)
  | ({ readonly type: 'SuspendMember' } & OfMember)
  | ({ readonly type: 'ResumeMember' } & OfMember)
  | ({ readonly type: 'RecordMemberLeft'; readonly cause: LeavingCause } & OfMember)
  | ({ readonly type: 'LinkResidence'; readonly residenceOrganisation: OrganisationId } & OfMember);
