import type { Fact } from '../shared/event';
import { LEAVING_CAUSES } from '#vocabulary';
import type { LeavingCause, LocalDate, MemberId, MemberStatus, OrganisationId } from '#vocabulary';

interface OfMember {
  readonly member: MemberId;
  /** The organisation the member belonged to when the fact was true. */
  readonly organisation: OrganisationId;
}

/** Whether a status is one of those after which there is no member any more. */
export function hasLeft(status: MemberStatus): status is LeavingCause {
  return LEAVING_CAUSES.some((cause) => cause === status);
}

export type MemberEvent =
  /** Probationary from then. `admittedOn` may lie before the organisation itself existed. */
  | Fact<'MemberAdmitted', OfMember & { readonly admittedOn: LocalDate }>
  | Fact<'MemberMadeOfficial', OfMember & { readonly officialOn: LocalDate }>
  | Fact<
      'MemberTransferred',
      { readonly member: MemberId; readonly from: OrganisationId; readonly to: OrganisationId }
    >
  | Fact<'MemberExempted', OfMember>
  | Fact<'MemberSuspended', OfMember>
  | Fact<'MemberResumed', OfMember>
  | Fact<'MemberLeft', OfMember & { readonly cause: LeavingCause }>
  | Fact<'ResidenceLinked', OfMember & { readonly residenceOrganisation: OrganisationId }>;
