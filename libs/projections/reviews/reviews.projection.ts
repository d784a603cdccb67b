import { projectionOf } from '#projection-engine';
import { memberRatingModel } from './member-rating.model';
import { reviewModel } from './review.model';

/** Yearly ratings of organisations, and of members one by one. */
export const reviewsProjection = projectionOf('reviews', 4, [reviewModel, memberRatingModel]);
