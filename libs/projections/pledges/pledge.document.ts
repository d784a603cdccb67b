import type { CampaignId, FrameworkRef, Instant, MemberId, OrganisationId } from '#vocabulary';
import type { EventRef, Grounded } from '#projection-engine';

export const PLEDGE_STATES = ['REGISTERED', 'SIGNED', 'WITHDRAWN'] as const;
export type PledgeProgressState = (typeof PLEDGE_STATES)[number];

export interface PledgeReport {
  readonly report: string;
  readonly done: boolean;
  readonly reported: EventRef;
}

export interface PledgeItem {
  /** From 1, in the order registered. */
  readonly item: number;
  readonly text: string;
  /** As last reported. */
  readonly done: boolean;
  readonly reports: readonly PledgeReport[];
}

/** The pledge of an organisation, or of one of its members, for a year. */
export interface PledgeDocument extends Grounded {
  readonly campaign: CampaignId;
  readonly year: number;
  readonly organisation: OrganisationId;
  readonly by: 'ORGANISATION' | 'MEMBER';
  /** Null for the organisation's own. */
  readonly member: MemberId | null;
  readonly state: PledgeProgressState;
  readonly framework?: FrameworkRef;
  readonly items: readonly PledgeItem[];
  readonly registeredAt?: Instant;
  readonly signedAt?: Instant;
  readonly withdrawnAt?: Instant;
}
