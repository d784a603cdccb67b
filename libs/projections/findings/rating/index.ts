import { disciplineAnnulledBehindRating } from './discipline-annulled-behind-rating';
import { disciplinedMemberNotFailed } from './disciplined-member-not-failed';
import { excellentWhileDisciplined } from './excellent-while-disciplined';
import { ratedTwice } from './rated-twice';
import { ratingChangedAtDecision } from './rating-changed-at-decision';
import { ratingRevised } from './rating-revised';

/** Asked of one rating by itself. */
export const RATING_QUESTIONS = [ratingChangedAtDecision] as const;

/** Asked of one rating and of its organisation's disciplines. */
export const RATING_AND_CASES_QUESTIONS = [
  disciplinedMemberNotFailed,
  excellentWhileDisciplined,
  ratingRevised,
  disciplineAnnulledBehindRating,
] as const;

/** Asked of all ratings of a member for a year. */
export const RATINGS_OF_MEMBER_QUESTIONS = [ratedTwice] as const;
