import type { Fact } from '../shared/event';
import type { MemberId, OrganisationId, OrganisationKind, OrganisationLevel } from '#vocabulary';

export type OrganisationEvent =
  | Fact<
      'OrganisationEstablished',
      {
        readonly organisation: OrganisationId;
        readonly kind: OrganisationKind;
        readonly level?: OrganisationLevel;
        readonly name: string;
        readonly organisationType: string;
        readonly parent?: OrganisationId;
      }
    >
  | Fact<'OrganisationRenamed', { readonly organisation: OrganisationId; readonly name: string }>
  | Fact<
      'OrganisationReparented',
      {
        readonly organisation: OrganisationId;
        readonly from?: OrganisationId;
        readonly to: OrganisationId;
      }
    >
  | Fact<
      'OrganisationTypeChanged',
      {
        readonly organisation: OrganisationId;
        readonly organisationType: string;
        readonly kind?: OrganisationKind;
      }
    >
  /** The organisation ceases; `into` carries on. */
  | Fact<
      'OrganisationMerged',
      {
        readonly organisation: OrganisationId;
        readonly into: OrganisationId;
        readonly parent?: OrganisationId;
      }
    >
  /** The organisation goes on; `into` were founded out of it. */
  | Fact<
      'OrganisationSplit',
      { readonly organisation: OrganisationId; readonly into: readonly OrganisationId[] }
    >
  | Fact<
      'OrganisationDissolved',
      { readonly organisation: OrganisationId; readonly parent?: OrganisationId }
    >
  | Fact<'SecretaryAppointed', { readonly organisation: OrganisationId; readonly member: MemberId }>
  | Fact<
      'SuperiorDelegateAssigned',
      { readonly organisation: OrganisationId; readonly member: MemberId }
    >
  /** As reported, whether it adds up or not: never corrected by the program. */
  | Fact<
      'MembershipTotalsReported',
      {
        readonly organisation: OrganisationId;
        readonly official: number;
        readonly probationary: number;
        readonly total: number;
      }
    >;
