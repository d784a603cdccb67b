import { appraisedAtOnce } from './appraised-at-once';
import { enteredBeforeAppraisal } from './entered-before-appraisal';
import { periodNotClosed } from './period-not-closed';
import { publicationLate } from './publication-late';
import { quotaExceeded } from './quota-exceeded';
import { ratedOutOfOrder } from './rated-out-of-order';
import { reviewPending } from './review-pending';
import { selfPointsLowered } from './self-points-lowered';
import { upheldWhileFailed } from './upheld-while-failed';

/** Asked of what an organisation recorded of one year. */
export const YEAR_QUESTIONS = [
  ratedOutOfOrder,
  reviewPending,
  publicationLate,
  selfPointsLowered,
  appraisedAtOnce,
  upheldWhileFailed,
] as const;

/** Asked of a grassroots organisation and all below it. */
export const QUOTA_QUESTIONS = [quotaExceeded] as const;

/** Asked of an appraisal and of what was entered before it. */
export const APPRAISAL_QUESTIONS = [enteredBeforeAppraisal] as const;

/** Asked of how far a year has come. */
export const PERIOD_QUESTIONS = [periodNotClosed] as const;
