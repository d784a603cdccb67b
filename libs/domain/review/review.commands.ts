import type { MemberId, OrganisationId, RatingLevel } from '#vocabulary';
import type { RatingPoints } from './review.events';

interface OfReview {
  readonly organisation: OrganisationId;
  readonly year: number;
}

export type ReviewCommand =
  | (OfReview & { readonly type: 'OpenReview' })
  | (OfReview & {
      readonly type: 'ProposeMemberRating';
      readonly member: MemberId;
      readonly level: RatingLevel;
      readonly points?: RatingPoints;
    })
  | (OfReview & {
      readonly type: 'DecideMemberRating';
      readonly member: MemberId;
      readonly level: RatingLevel;
      readonly points?: RatingPoints;
      readonly decidedBy: OrganisationId;
    })
  | (OfReview & {
      readonly type: 'ProposeOrganisationRating';
      readonly level: RatingLevel;
      readonly points?: RatingPoints;
    })
  | (OfReview & {
      readonly type: 'DecideOrganisationRating';
      readonly level: RatingLevel;
      readonly points?: RatingPoints;
      readonly decidedBy: OrganisationId;
    })
  | (OfReview & { readonly type: 'PublishRatings' })
  | (OfReview & { readonly type: 'ReopenRating'; readonly member?: MemberId })
  | (OfReview & {
      readonly type: 'ReviseRating';
      readonly member?: MemberId;
      readonly level: RatingLevel;
      readonly points?: RatingPoints;
      readonly decidedBy: OrganisationId;
    });
