import type { Fact } from '../shared/event';
import type { MemberId, OrganisationId, RatingLevel } from '../shared/vocabulary';

interface OfReview {
  readonly organisation: OrganisationId;
  readonly year: number;
}

export type ReviewEvent =
  | Fact<'ReviewOpened', OfReview>
  | Fact<
      'MemberRatingProposed',
      OfReview & { readonly member: MemberId; readonly level: RatingLevel }
    >
  | Fact<
      'MemberRatingDecided',
      OfReview & {
        readonly member: MemberId;
        readonly level: RatingLevel;
        readonly decidedBy: OrganisationId;
      }
    >
  | Fact<'OrganisationRatingProposed', OfReview & { readonly level: RatingLevel }>
  | Fact<
      'OrganisationRatingDecided',
      OfReview & { readonly level: RatingLevel; readonly decidedBy: OrganisationId }
    >
  | Fact<'RatingPublished', OfReview>
  /** Without `member` it is the organisation's own rating that is reopened or revised. */
  | Fact<'RatingReopened', OfReview & { readonly member?: MemberId }>
  | Fact<
      'RatingRevised',
      OfReview & {
        readonly member?: MemberId;
        readonly level: RatingLevel;
        readonly decidedBy: OrganisationId;
      }
    >;
