export * from './review.document';
export * from './reviews.projection';
export { REVIEWS, reviewDocumentId } from './review.model';
export { MEMBER_RATINGS, memberRatingDocumentId } from './member-rating.model';
