import type { MemberId, OrganisationId, RatingLevel } from '#vocabulary';
import type { RatingPoints } from '#domain';
import type { EventRef, Grounded } from '#projection-engine';

/** `REOPENED` still stands at its level until it is decided anew. */
export const RATING_STAGES = ['NONE', 'PROPOSED', 'DECIDED', 'REOPENED'] as const;
export type RatingStage = (typeof RATING_STAGES)[number];

export interface RatingStep {
  readonly step: 'PROPOSED' | 'DECIDED' | 'REOPENED' | 'REVISED';
  /** Absent on `REOPENED`. */
  readonly level?: RatingLevel;
  /** Under regulation 366-QĐ/TW, where they were given. */
  readonly points?: RatingPoints;
  readonly decidedBy?: OrganisationId;
  readonly event: EventRef;
}

/** One rating on its way, with every step of it. */
export interface RatingProgress {
  readonly stage: RatingStage;
  /** As it stands; null while there is none. */
  readonly level: RatingLevel | null;
  /** What was last proposed: differs from `level` when the decision did. */
  readonly proposedLevel: RatingLevel | null;
  readonly steps: readonly RatingStep[];
}

/** The yearly review of an organisation: its own rating. Its members' are documents of their own. */
export interface ReviewDocument extends Grounded {
  readonly organisation: OrganisationId;
  readonly year: number;
  readonly opened?: EventRef;
  readonly rating: RatingProgress;
  /** Each publication, of all that was decided by then. */
  readonly published: readonly EventRef[];
}

/** The rating of one member by one organisation for a year. */
export interface MemberRatingDocument extends Grounded {
  readonly organisation: OrganisationId;
  readonly year: number;
  readonly member: MemberId;
  /** As in `rating`; what lists select by. */
  readonly stage: RatingStage;
  readonly level: RatingLevel | null;
  readonly rating: RatingProgress;
}
