import { excellentDespiteDiscipline } from './excellent-despite-discipline';
import { organisationNotFailed } from './organisation-not-failed';
import { recognisedBeforeChildren } from './recognised-before-children';
import { reportedTotalNotSum } from './reported-total-not-sum';
import { reportedTotalNotSumOfChildren } from './reported-total-not-sum-of-children';

/** Asked of an organisation and year together with its cases and its children. */
export const STANDING_QUESTIONS = [
  reportedTotalNotSum,
  reportedTotalNotSumOfChildren,
  organisationNotFailed,
  excellentDespiteDiscipline,
  recognisedBeforeChildren,
] as const;
