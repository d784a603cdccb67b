import { appraisedAtOnce } from './appraised-at-once';
import { publicationLate } from './publication-late';
import { quotaExceeded } from './quota-exceeded';
import { ratedOutOfOrder } from './rated-out-of-order';
import { ratingChangedAtDecision } from './rating-changed-at-decision';
import { reviewPending } from './review-pending';
import { selfPointsLowered } from './self-points-lowered';

/** Asked of what an organisation recorded of one year. */
export const YEAR_QUESTIONS = [
  ratedOutOfOrder,
  ratingChangedAtDecision,
  quotaExceeded,
  reviewPending,
  publicationLate,
  selfPointsLowered,
  appraisedAtOnce,
] as const;
