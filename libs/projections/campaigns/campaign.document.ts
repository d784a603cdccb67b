import type { CampaignId, FrameworkRef, Instant, OrganisationId } from '#vocabulary';
import type { LegalBasis } from '#event-log';
import type { EventRef, Grounded } from '#projection-engine';

export const CAMPAIGN_STATES = ['LAUNCHED', 'ROLLED_OUT', 'CLOSED'] as const;
export type CampaignProgressState = (typeof CAMPAIGN_STATES)[number];

export interface Pilot {
  readonly organisation: OrganisationId;
  /** The committee that chose it, where pilots choose among their own. */
  readonly chosenBy?: OrganisationId;
  readonly designated: EventRef;
}

export interface CampaignDocument extends Grounded {
  readonly campaign: CampaignId;
  readonly state: CampaignProgressState;
  readonly framework?: FrameworkRef;
  /** The campaign reaches this organisation and all below it. */
  readonly root?: OrganisationId;
  readonly fromYear?: number;
  readonly toYear?: number;
  readonly launchedAt?: Instant;
  /** The chain of documents the launch rests on. */
  readonly legalBasis: readonly LegalBasis[];
  readonly pilots: readonly Pilot[];
  readonly rolledOutAt?: Instant;
  readonly closedAt?: Instant;
}

/**
 * How far one organisation has come in one year. One document per organisation-year, counted
 * through an index: a campaign may reach tens of thousands.
 */
export interface CampaignProgressDocument {
  readonly organisation: OrganisationId;
  readonly year: number;
  /** Under which it pledged, or was assessed; null while neither. */
  readonly campaign: CampaignId | null;
  /** A pledge stands, signed or not. */
  readonly registered: boolean;
  readonly signed: boolean;
  /** A recognition stands, also while it is to be reviewed. */
  readonly recognised: boolean;
  /** Frozen when the assessment opened: later pledges change nothing. */
  readonly assessedUnder: CampaignId | null;
}
