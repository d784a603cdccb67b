import type { Fact } from '../shared/event';
import type { Decimal, MemberId, OrganisationId, RatingLevel } from '#vocabulary';

interface OfReview {
  readonly organisation: OrganisationId;
  readonly year: number;
}

/** Under regulation 366-QĐ/TW: of at most 30 and 70 points. */
export interface RatingPoints {
  readonly general: Decimal;
  readonly results: Decimal;
}

interface Rated {
  readonly level: RatingLevel;
  readonly points?: RatingPoints;
}

export type ReviewEvent =
  | Fact<'ReviewOpened', OfReview>
  | Fact<'MemberRatingProposed', OfReview & Rated & { readonly member: MemberId }>
  | Fact<
      'MemberRatingDecided',
      OfReview & Rated & { readonly member: MemberId; readonly decidedBy: OrganisationId }
    >
  | Fact<'OrganisationRatingProposed', OfReview & Rated>
  | Fact<'OrganisationRatingDecided', OfReview & Rated & { readonly decidedBy: OrganisationId }>
  | Fact<'RatingPublished', OfReview>
  /** Without `member` it is the organisation's own rating that is reopened or revised. */
  | Fact<'RatingReopened', OfReview & { readonly member?: MemberId }>
  | Fact<
      'RatingRevised',
      OfReview & Rated & { readonly member?: MemberId; readonly decidedBy: OrganisationId }
    >;
