import type { Fact } from '../shared/event';
import type {
  CampaignId,
  FrameworkRef,
  LocalDate,
  MemberId,
  OrganisationId,
  OrganisationKind,
} from '#vocabulary';

/** Whose pledge: the organisation's own, or that of one of its members. */
export interface PledgeKey {
  readonly campaign: CampaignId;
  readonly year: number;
  readonly organisation: OrganisationId;
  readonly member?: MemberId;
}

export type PledgeEvent =
  /** `framework` is that of the campaign. */
  | Fact<
      'PledgeRegistered',
      PledgeKey & {
        readonly framework: FrameworkRef;
        readonly items: readonly string[];
        /** Of an organisation's own pledge: what it was then. */
        readonly organisationKind?: OrganisationKind;
        /** Of an organisation's own pledge: when the year is to be closed, by the framework. */
        readonly closesOn?: LocalDate;
      }
    >
  | Fact<'PledgeSigned', PledgeKey & { readonly framework: FrameworkRef }>
  /** `item` counts from 1, in the order registered. */
  | Fact<
      'PledgeItemReported',
      PledgeKey & { readonly item: number; readonly report: string; readonly done: boolean }
    >
  | Fact<'PledgeWithdrawn', PledgeKey>;
