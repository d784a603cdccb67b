import type { Fact } from '../shared/event';
import type {
  AppraisalResult,
  CampaignId,
  Decimal,
  EventId,
  FrameworkRef,
  LocalDate,
  OrganisationId,
} from '#vocabulary';

interface OfAssessment {
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
      OfAssessment & { readonly campaign: CampaignId; readonly framework: FrameworkRef }
    >
  | Fact<
      'SelfAssessmentSubmitted',
      OfAssessment & { readonly submittedBy: string; readonly scores: readonly SelfScore[] }
    >
  | Fact<
      'SelfAssessmentVoted',
      OfAssessment & { readonly votesFor: number; readonly votesTotal: number }
    >
  | Fact<
      'AppraisalRecorded',
      OfAssessment & {
        readonly appraisedBy: string;
        readonly conditions: readonly AppraisedCondition[];
      }
    >
  | Fact<'RecognitionProposed', OfAssessment & { readonly proposedBy: string }>
  | Fact<'RecognitionGranted', OfAssessment & RecognitionDecided>
  | Fact<'RecognitionRefused', OfAssessment & RecognitionDecided>
  | Fact<'RecognitionPublished', OfAssessment>
  | Fact<
      'RewardGranted',
      OfAssessment & { readonly reward: string; readonly grantedBy: OrganisationId }
    >
  | Fact<'RecognitionReviewRequired', OfAssessment & { readonly causes: readonly EventId[] }>
  | Fact<'RecognitionUpheld', OfAssessment & { readonly decidedBy: OrganisationId }>
  | Fact<'RecognitionCorrected', OfAssessment & { readonly decidedBy: OrganisationId }>
  | Fact<'RecognitionRevoked', OfAssessment & { readonly decidedBy: OrganisationId }>;
