import { appraisedAtOnce } from './appraised-at-once';
import { documentsLate } from './documents-late';
import { excusedInARow } from './excused-in-a-row';
import { meetingMissed } from './meeting-missed';
import { meetingTooShort } from './meeting-too-short';
import { publicationLate } from './publication-late';
import { quotaExceeded } from './quota-exceeded';
import { ratedOutOfOrder } from './rated-out-of-order';
import { ratingChangedAtDecision } from './rating-changed-at-decision';
import { resolutionNotReviewed } from './resolution-not-reviewed';
import { reviewPending } from './review-pending';
import { scoresAllAlike } from './scores-all-alike';
import { selfPointsLowered } from './self-points-lowered';

/** Asked of what an organisation recorded of one year. */
export const YEAR_QUESTIONS = [
  meetingMissed,
  meetingTooShort,
  documentsLate,
  excusedInARow,
  scoresAllAlike,
  resolutionNotReviewed,
  ratedOutOfOrder,
  ratingChangedAtDecision,
  quotaExceeded,
  reviewPending,
  publicationLate,
  selfPointsLowered,
  appraisedAtOnce,
] as const;
