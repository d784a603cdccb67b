import type { Aggregate } from '../shared/aggregate';
import { streams } from '../shared/streams';
import type { AssessmentCommand } from './assessment.commands';
import { decideAssessment } from './assessment.decide';
import type { AssessmentEvent } from './assessment.events';
import { evolveAssessment, notOpenedAssessment } from './assessment.state';
import type { AssessmentState } from './assessment.state';

export const assessmentAggregate: Aggregate<AssessmentCommand, AssessmentEvent, AssessmentState> = {
  category: 'assessment',
  commands: [
    'OpenAssessment',
    'SubmitSelfAssessment',
    'VoteSelfAssessment',
    'RecordAppraisal',
    'ProposeRecognition',
    'GrantRecognition',
    'RefuseRecognition',
    'PublishRecognition',
    'GrantReward',
    'RequireRecognitionReview',
    'UpholdRecognition',
    'CorrectRecognition',
    'RevokeRecognition',
  ],
  events: [
    'AssessmentOpened',
    'SelfAssessmentSubmitted',
    'SelfAssessmentVoted',
    'AppraisalRecorded',
    'RecognitionProposed',
    'RecognitionGranted',
    'RecognitionRefused',
    'RecognitionPublished',
    'RewardGranted',
    'RecognitionReviewRequired',
    'RecognitionUpheld',
    'RecognitionCorrected',
    'RecognitionRevoked',
  ],
  initial: notOpenedAssessment,
  streamOf: ({ organisation, year }) => streams.assessment(organisation, year),
  decide: decideAssessment,
  evolve: evolveAssessment,
};
