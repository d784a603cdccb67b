import type { EventId, OrganisationId } from '#vocabulary';
import type { AppraisedCondition, SelfScore } from './assessment.events';

interface OfAssessment {
  readonly organisation: OrganisationId;
  readonly year: number;
}

export type AssessmentCommand =
  | (OfAssessment & { readonly type: 'OpenAssessment' })
  | (OfAssessment & {
      readonly type: 'SubmitSelfAssessment';
      readonly scores: readonly SelfScore[];
    })
  | (OfAssessment & {
      readonly type: 'VoteSelfAssessment';
      readonly votesFor: number;
      readonly votesTotal: number;
    })
  | (OfAssessment & {
      readonly type: 'RecordAppraisal';
      readonly conditions: readonly AppraisedCondition[];
    })
  | (OfAssessment & { readonly type: 'ProposeRecognition' })
  | (OfAssessment & {
      readonly type: 'GrantRecognition';
      readonly number: string;
      readonly decidedBy: OrganisationId;
    })
  | (OfAssessment & {
      readonly type: 'RefuseRecognition';
      readonly number: string;
      readonly decidedBy: OrganisationId;
    })
  | (OfAssessment & { readonly type: 'PublishRecognition' })
  | (OfAssessment & {
      readonly type: 'GrantReward';
      readonly reward: string;
      readonly grantedBy: OrganisationId;
    })
  | (OfAssessment & {
      readonly type: 'RequireRecognitionReview';
      readonly causes: readonly EventId[];
    })
  | (OfAssessment & { readonly type: 'UpholdRecognition'; readonly decidedBy: OrganisationId })
  | (OfAssessment & { readonly type: 'CorrectRecognition'; readonly decidedBy: OrganisationId })
  | (OfAssessment & { readonly type: 'RevokeRecognition'; readonly decidedBy: OrganisationId });
