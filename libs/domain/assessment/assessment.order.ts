import type { OrderOfDates } from '../shared/order-of-dates';
import type { AssessmentEvent } from './assessment.events';

type Type = AssessmentEvent['type'];

const afterRevocation: readonly Type[] = ['RecognitionRevoked'];

/** From the opening to the publication; a revocation leaves the decision to be made anew. */
export const orderOfAssessment: OrderOfDates<Type> = {
  steps: [
    ['AssessmentOpened'],
    ['SelfAssessmentSubmitted'],
    ['SelfAssessmentVoted'],
    ['AppraisalRecorded'],
    ['RecognitionGranted', 'RecognitionRefused'],
    ['RecognitionPublished'],
    ['RecognitionRevoked'],
  ],
  succeeds: {
    RecognitionRevoked: ['RecognitionGranted', 'RecognitionRefused', 'RecognitionPublished'],
    SelfAssessmentSubmitted: afterRevocation,
    SelfAssessmentVoted: afterRevocation,
    AppraisalRecorded: afterRevocation,
    RecognitionGranted: afterRevocation,
    RecognitionRefused: afterRevocation,
  },
  // The cell votes anew on what it submits anew.
  voids: { SelfAssessmentSubmitted: ['SelfAssessmentVoted'] },
};
