import type { Aggregate } from '../shared/aggregate';
import { streams } from '../shared/streams';
import type { ReviewCommand } from './review.commands';
import { decideReview } from './review.decide';
import type { ReviewEvent } from './review.events';
import { evolveReview, nothingReviewed } from './review.state';
import type { ReviewState } from './review.state';

export const reviewAggregate: Aggregate<ReviewCommand, ReviewEvent, ReviewState> = {
  category: 'review',
  commands: [
    'OpenReview',
    'ProposeMemberRating',
    'DecideMemberRating',
    'ProposeOrganisationRating',
    'DecideOrganisationRating',
    'PublishRatings',
    'ReopenRating',
    'ReviseRating',
  ],
  events: [
    'ReviewOpened',
    'MemberRatingProposed',
    'MemberRatingDecided',
    'OrganisationRatingProposed',
    'OrganisationRatingDecided',
    'RatingPublished',
    'RatingReopened',
    'RatingRevised',
  ],
  initial: nothingReviewed,
  streamOf: ({ organisation, year }) => streams.review(organisation, year),
  decide: decideReview,
  evolve: evolveReview,
};
