import type { DocumentKey, RecordedFact } from '#projection-engine';
import { calendarKey, frameworkKey, memberKey, organisationKey, yearKey } from './keys';

/** Which facts documents an event touches, told from the event alone. */
export function keysOf(event: RecordedFact): readonly DocumentKey[] {
  switch (event.type) {
    case 'OrganisationEstablished':
      return [
        organisationKey(event.data.organisation),
        ...(event.data.parent === undefined ? [] : [organisationKey(event.data.parent)]),
      ];
    case 'OrganisationReparented':
      return [
        organisationKey(event.data.organisation),
        organisationKey(event.data.to),
        ...(event.data.from === undefined ? [] : [organisationKey(event.data.from)]),
      ];
    case 'OrganisationDissolved':
    case 'OrganisationMerged':
      return [
        organisationKey(event.data.organisation),
        ...(event.data.parent === undefined ? [] : [organisationKey(event.data.parent)]),
      ];
    case 'OrganisationRenamed':
    case 'OrganisationTypeChanged':
    case 'GrievanceOpened':
    case 'GrievanceFlagged':
    case 'GrievanceResolved':
    case 'CaseOpened':
    case 'SignalReceived':
    case 'ConclusionReached':
    case 'RemediationCompleted':
    case 'OrganisationRatingDecided':
      return [organisationKey(event.data.organisation)];
    case 'RatingRevised':
      return [
        event.data.member === undefined
          ? organisationKey(event.data.organisation)
          : memberKey(event.data.member),
      ];
    case 'MemberAdmitted':
    case 'MemberMadeOfficial':
    case 'MemberTransferred':
    case 'MemberExempted':
    case 'MemberSuspended':
    case 'MemberResumed':
    case 'MemberLeft':
    case 'MemberRatingDecided':
      return [memberKey(event.data.member)];
    case 'FrameworkPublished':
      return [frameworkKey({ id: event.data.framework, version: event.data.version })];
    case 'PledgeRegistered':
    case 'PledgeSigned':
    case 'PledgeWithdrawn':
      return [
        event.data.member === undefined
          ? yearKey(event.data.organisation, event.data.year)
          : memberKey(event.data.member),
        calendarKey,
      ];
    case 'TargetAssigned':
    case 'TargetResultConfirmed':
    case 'InspectionPlanAdopted':
    case 'InspectionPlanItemDone':
    case 'DocumentsPosted':
    case 'PreparatoryMeetingHeld':
    case 'MeetingHeld':
    case 'MeetingScoreConfirmed':
    case 'MeetingCancelled':
    case 'MeetingMissed':
    case 'PeriodClosed':
    case 'AssessmentOpened':
    case 'SelfAssessmentSubmitted':
    case 'AppraisalRecorded':
    case 'RecognitionGranted':
    case 'RecognitionRefused':
    case 'RecognitionReviewRequired':
    case 'RecognitionUpheld':
    case 'RecognitionCorrected':
    case 'RecognitionRevoked':
      return [yearKey(event.data.organisation, event.data.year), calendarKey];
    case 'SecretaryAppointed':
    case 'SuperiorDelegateAssigned':
    case 'MembershipTotalsReported':
    case 'OrganisationSplit':
    case 'ResidenceLinked':
    case 'FrameworkDrafted':
    case 'FrameworkExtended':
    case 'FrameworkSuperseded':
    case 'CampaignLaunched':
    case 'PilotDesignated':
    case 'CampaignRolledOut':
    case 'CampaignClosed':
    case 'PledgeItemReported':
    case 'TargetProgressReported':
    case 'MeetingScheduled':
    case 'VoteTaken':
    case 'ResolutionAdopted':
    case 'MinutesAdopted':
    case 'MeetingScoreProposed':
    case 'MeetingScoreVoted':
    case 'InspectionOpened':
    case 'ExplanationSubmitted':
    case 'DisciplineProposed':
    case 'DisciplineDecided':
    case 'DisciplineAnnounced':
    case 'ComplaintFiled':
    case 'ComplaintResolved':
    case 'RemediationPlanFiled':
    case 'DisciplineExpired':
    case 'RightsRestored':
    case 'CaseClosed':
    case 'ReviewOpened':
    case 'MemberRatingProposed':
    case 'OrganisationRatingProposed':
    case 'RatingPublished':
    case 'RatingReopened':
    case 'SelfAssessmentVoted':
    case 'RecognitionProposed':
    case 'RecognitionPublished':
    case 'RewardGranted':
    case 'PublicationOverdue':
    case 'AnnouncementOverdue':
      return [];
  }
}
