import type { OrganisationId } from '#vocabulary';
import type { RecordedFact } from '#projection-engine';
import type { FactsSubject } from './keys';

/** Of whom or what an event is kept, told from the event alone. */
export function subjectsOf(event: RecordedFact): readonly FactsSubject[] {
  switch (event.type) {
    case 'OrganisationEstablished':
    case 'OrganisationDissolved':
    case 'OrganisationMerged':
      return organisations(event.data.organisation, event.data.parent);
    case 'OrganisationReparented':
      return organisations(event.data.organisation, event.data.from, event.data.to);
    case 'SecretaryAppointed':
    case 'MembershipTotalsReported':
      return organisations(event.data.organisation);
    case 'FrameworkPublished': {
      const { framework: id, version } = event.data;
      return [{ kind: 'framework', framework: { id, version } }];
    }
    case 'PledgeRegistered':
      return event.data.member === undefined ? [yearOf(event)] : [];
    case 'PreparatoryMeetingHeld':
    case 'MeetingScoreProposed':
      return [{ kind: 'meeting', meeting: event.data.meeting }];
    case 'MeetingHeld':
    case 'MeetingScoreConfirmed':
    case 'MeetingCancelled':
      return [{ kind: 'meeting', meeting: event.data.meeting }, yearOf(event)];
    case 'CaseOpened':
    case 'SignalReceived':
    case 'InspectionOpened':
    case 'ConclusionReached':
    case 'DisciplineDecided':
    case 'DisciplineAnnounced':
    case 'ComplaintFiled':
    case 'ComplaintResolved':
    case 'RemediationCompleted':
    case 'DisciplineExpired':
    case 'CaseClosed':
      return [
        { kind: 'case', case: event.data.case },
        { kind: 'organisation', organisation: event.data.organisation },
      ];
    case 'AnnouncementOverdue':
      return [{ kind: 'case', case: event.data.case }];
    case 'RecognitionGranted':
    case 'RecognitionRefused':
    case 'RecognitionRevoked':
    case 'OrganisationRatingDecided':
    case 'RatingRevised':
      return [...organisations(event.data.organisation), yearOf(event)];
    case 'TargetAssigned':
    case 'TargetResultConfirmed':
    case 'DocumentsPosted':
    case 'ResolutionAdopted':
    case 'MeetingMissed':
    case 'PublicationOverdue':
    case 'MemberRatingProposed':
    case 'MemberRatingDecided':
    case 'OrganisationRatingProposed':
    case 'RatingReopened':
    case 'AssessmentOpened':
    case 'SelfAssessmentSubmitted':
    case 'AppraisalRecorded':
    case 'RecognitionProposed':
    case 'RecognitionPublished':
    case 'RecognitionReviewRequired':
    case 'RecognitionUpheld':
    case 'RecognitionCorrected':
      return [yearOf(event)];
    case 'OrganisationRenamed':
    case 'OrganisationTypeChanged':
    case 'OrganisationSplit':
    case 'SuperiorDelegateAssigned':
    case 'MemberAdmitted':
    case 'MemberMadeOfficial':
    case 'MemberTransferred':
    case 'MemberExempted':
    case 'MemberSuspended':
    case 'MemberResumed':
    case 'MemberLeft':
    case 'ResidenceLinked':
    case 'FrameworkDrafted':
    case 'FrameworkExtended':
    case 'FrameworkSuperseded':
    case 'CampaignLaunched':
    case 'PilotDesignated':
    case 'CampaignRolledOut':
    case 'CampaignClosed':
    case 'PledgeSigned':
    case 'PledgeItemReported':
    case 'PledgeWithdrawn':
    case 'TargetProgressReported':
    case 'InspectionPlanAdopted':
    case 'InspectionPlanItemDone':
    case 'MeetingScheduled':
    case 'VoteTaken':
    case 'MinutesAdopted':
    case 'MeetingScoreVoted':
    case 'GrievanceOpened':
    case 'GrievanceFlagged':
    case 'GrievanceResolved':
    case 'ExplanationSubmitted':
    case 'DisciplineProposed':
    case 'RemediationPlanFiled':
    case 'RightsRestored':
    case 'ReviewOpened':
    case 'RatingPublished':
    case 'SelfAssessmentVoted':
    case 'RewardGranted':
    case 'PeriodClosed':
      return [];
  }
}

function yearOf({
  data: { organisation, year },
}: {
  readonly data: { readonly organisation: OrganisationId; readonly year: number };
}): FactsSubject {
  return { kind: 'year', organisation, year };
}

function organisations(...ids: readonly (OrganisationId | undefined)[]): readonly FactsSubject[] {
  const named = new Set(ids.filter((id) => id !== undefined));
  return [...named].map((organisation) => ({ kind: 'organisation', organisation }));
}
