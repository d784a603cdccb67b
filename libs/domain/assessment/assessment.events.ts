import type { DecisiveScorecard } from '../shared/decisive-scorecard';
import type { Fact } from '../shared/event';
import type { EnteredFor } from '../shared/entered-for';
import type {
  AppraisalResult,
  CampaignId,
  Decimal,
  EventId,
  FrameworkRef,
  LocalDate,
  OrganisationId,
} from '#vocabulary';

interface AboutAssessment {
  readonly organisation: OrganisationId;
  readonly year: number;
}

export interface SelfScore {
  readonly condition: string;
  readonly points: Decimal;
}

export interface AppraisedCondition {
  readonly condition: string;
  readonly result?: AppraisalResult;
  readonly points?: Decimal;
}

interface RecognitionDecided {
  readonly number: string;
  readonly decidedBy: OrganisationId;
  /** The last day on which it is published in time; absent when the framework knows no limit. */
  readonly publishBy?: LocalDate;
}

export type AssessmentEvent =
  /** The framework version is frozen here. */
  | Fact<
      'AssessmentOpened',
      AboutAssessment & { readonly campaign: CampaignId; readonly framework: FrameworkRef }
    >
  | Fact<
      'SelfAssessmentSubmitted',
      AboutAssessment &
        EnteredFor & { readonly submittedBy: string; readonly scores: readonly SelfScore[] }
    >
  | Fact<
      'SelfAssessmentVoted',
      AboutAssessment & { readonly votesFor: number; readonly votesTotal: number }
    >
  | Fact<
      'AppraisalRecorded',
      AboutAssessment &
        EnteredFor & {
          readonly appraisedBy: string;
          readonly conditions: readonly AppraisedCondition[];
        }
    >
  | Fact<'RecognitionProposed', AboutAssessment & { readonly proposedBy: string }>
  | Fact<'RecognitionGranted', AboutAssessment & RecognitionDecided>
  | Fact<'RecognitionRefused', AboutAssessment & RecognitionDecided>
  | Fact<'RecognitionPublished', AboutAssessment>
  | Fact<
      'RewardGranted',
      AboutAssessment & { readonly reward: string; readonly grantedBy: OrganisationId }
    >
  | Fact<'RecognitionReviewRequired', AboutAssessment & { readonly causes: readonly EventId[] }>
  | Fact<
      'RecognitionUpheld',
      AboutAssessment & {
        readonly decidedBy: OrganisationId;
        /** Of the scorecard when it was decided. */
        readonly outcome?: DecisiveScorecard['outcome'];
      }
    >
  | Fact<'RecognitionCorrected', AboutAssessment & { readonly decidedBy: OrganisationId }>
  | Fact<'RecognitionRevoked', AboutAssessment & { readonly decidedBy: OrganisationId }>;
