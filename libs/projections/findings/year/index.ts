import { appraisedAtOnce } from './appraised-at-once';
import { publicationLate } from './publication-late';
import { quotaExceeded } from './quota-exceeded';
import { ratedOutOfOrder } from './rated-out-of-order';
import { reviewPending } from './review-pending';
import { selfPointsLowered } from './self-points-lowered';

/** Asked of what an organisation recorded of one year. */
export const YEAR_QUESTIONS = [
  ratedOutOfOrder,
  quotaExceeded,
  reviewPending,
  publicationLate,
  selfPointsLowered,
  appraisedAtOnce,
] as const;
