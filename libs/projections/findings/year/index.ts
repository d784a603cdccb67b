import { appraisedAtOnce } from './appraised-at-once';
import { backdated, factOfBeneficiary } from '../beneficiary';
import { enteredBeforeAppraisal } from './entered-before-appraisal';
import { publicationLate } from './publication-late';
import { quotaExceeded } from './quota-exceeded';
import { ratedOutOfOrder } from './rated-out-of-order';
import { reviewPending } from './review-pending';
import { selfPointsLowered } from './self-points-lowered';
import { upheldWhileFailed } from './upheld-while-failed';

/** Asked of what an organisation recorded of one year. */
export const YEAR_QUESTIONS = [
  ratedOutOfOrder,
  quotaExceeded,
  reviewPending,
  publicationLate,
  selfPointsLowered,
  appraisedAtOnce,
  enteredBeforeAppraisal,
  upheldWhileFailed,
  backdated,
  factOfBeneficiary,
] as const;
