import { disciplineAnnulledBehindRating } from './discipline-annulled-behind-rating';
import { disciplinedMemberNotFailed } from './disciplined-member-not-failed';
import { excellentDespiteDiscipline } from './excellent-despite-discipline';
import { excellentWhileDisciplined } from './excellent-while-disciplined';
import { organisationNotFailed } from './organisation-not-failed';
import { ratingRevised } from './rating-revised';
import { recognisedBeforeChildren } from './recognised-before-children';
import { reportedTotalNotSum } from './reported-total-not-sum';
import { reportedTotalNotSumOfChildren } from './reported-total-not-sum-of-children';

/** Asked of an organisation and year together with its cases and its children. */
export const STANDING_QUESTIONS = [
  reportedTotalNotSum,
  reportedTotalNotSumOfChildren,
  disciplinedMemberNotFailed,
  excellentWhileDisciplined,
  organisationNotFailed,
  excellentDespiteDiscipline,
  ratingRevised,
  disciplineAnnulledBehindRating,
  recognisedBeforeChildren,
] as const;
