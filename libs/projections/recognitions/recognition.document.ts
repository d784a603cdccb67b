import type {
  CampaignId,
  EventId,
  FrameworkRef,
  Instant,
  LocalDate,
  OrganisationId,
} from '#vocabulary';
import type { Recognition } from '#domain';
import type { EventRef, Grounded } from '#projection-engine';

/** `OPENED` and `PROPOSED` are not decided yet; the others are what the public register shows. */
export const REGISTER_STATES = [
  'OPENED',
  'PROPOSED',
  'GRANTED',
  'REFUSED',
  'REVIEW_REQUIRED',
  'UPHELD',
  'CORRECTED',
  'REVOKED',
] as const;
export type RegisterState = (typeof REGISTER_STATES)[number];

export interface RecognitionDecision {
  readonly outcome: 'GRANTED' | 'REFUSED';
  readonly number: string;
  readonly decidedBy: OrganisationId;
  readonly decided: EventRef;
  /** The last day on which it is published in time. */
  readonly publishBy?: LocalDate;
  readonly published?: EventRef;
  /** When the due-date process found the publication late. */
  readonly publicationOverdue?: EventRef;
}

export interface RecognitionReward {
  readonly reward: string;
  readonly grantedBy: OrganisationId;
  readonly granted: EventRef;
}

/** Later facts put a recognition in question, and an authorised body answers. */
export interface RecognitionReview {
  readonly required: EventRef;
  /** The events that came later. */
  readonly causes: readonly EventId[];
  readonly outcome?: {
    readonly outcome: 'UPHELD' | 'CORRECTED' | 'REVOKED';
    readonly decidedBy: OrganisationId;
    readonly reason?: string;
    readonly decided: EventRef;
  };
}

/** An entry of the register: one organisation-year. */
export interface RecognitionDocument extends Grounded {
  readonly organisation: OrganisationId;
  readonly year: number;
  readonly campaign?: CampaignId;
  /** The version frozen when the assessment opened. */
  readonly framework?: FrameworkRef;
  readonly state: RegisterState;
  /** Whether it was ever decided: only then it is in the public register. */
  readonly decided: boolean;
  /** As the domain sees it. */
  readonly standing: Recognition;
  readonly number?: string;
  readonly decidedBy?: OrganisationId;
  readonly decidedAt?: Instant;
  readonly publishedAt?: Instant;
  readonly decisions: readonly RecognitionDecision[];
  readonly rewards: readonly RecognitionReward[];
  readonly reviews: readonly RecognitionReview[];
}
