import type { DomainEvent } from '../registry';

type EventType = DomainEvent['type'];

/**
 * What may rest on a fact within its stream: `ALL` that comes after it, or facts of these types. A
 * decision that has a procedure of its own is not corrected as if it had never been taken.
 */
export type Grounds = 'ALL' | 'OWN_PROCEDURE' | readonly EventType[];

const NONE: readonly EventType[] = [];

/** A record of all types, so that the compiler asks about a new one. */
export const GROUNDS: Readonly<Record<EventType, Grounds>> = {
  // Other streams are full of it: a wrong organisation is dissolved, with its reason.
  OrganisationEstablished: 'OWN_PROCEDURE',
  OrganisationRenamed: NONE,
  // Recorded anew for the same time, which also sees to it that the tree stays one.
  OrganisationReparented: 'OWN_PROCEDURE',
  OrganisationTypeChanged: NONE,
  OrganisationMerged: NONE,
  OrganisationSplit: NONE,
  OrganisationDissolved: NONE,
  SecretaryAppointed: NONE,
  SuperiorDelegateAssigned: NONE,
  MembershipTotalsReported: NONE,

  MemberAdmitted: 'ALL',
  MemberMadeOfficial: NONE,
  MemberTransferred: ['MemberTransferred'],
  MemberExempted: ['MemberResumed'],
  MemberSuspended: ['MemberResumed'],
  MemberResumed: NONE,
  MemberLeft: NONE,
  ResidenceLinked: NONE,

  // Published versions never change, and a draft is replaced by the next draft.
  FrameworkDrafted: 'OWN_PROCEDURE',
  FrameworkExtended: 'OWN_PROCEDURE',
  FrameworkPublished: 'OWN_PROCEDURE',
  FrameworkSuperseded: 'OWN_PROCEDURE',

  CampaignLaunched: 'OWN_PROCEDURE',
  PilotDesignated: NONE,
  CampaignRolledOut: NONE,
  CampaignClosed: NONE,

  PledgeRegistered: 'ALL',
  PledgeSigned: NONE,
  PledgeItemReported: NONE,
  // Another campaign may have been pledged under since: whoever stays, registers again.
  PledgeWithdrawn: 'OWN_PROCEDURE',

  TargetAssigned: ['TargetProgressReported', 'TargetResultConfirmed'],
  TargetProgressReported: NONE,
  TargetResultConfirmed: NONE,
  InspectionPlanAdopted: ['InspectionPlanItemDone'],
  InspectionPlanItemDone: NONE,

  MeetingScheduled: ['MeetingCancelled', 'DocumentsPosted', 'PreparatoryMeetingHeld'],
  DocumentsPosted: NONE,
  PreparatoryMeetingHeld: NONE,
  MeetingHeld: [
    'VoteTaken',
    'ResolutionAdopted',
    'MinutesAdopted',
    'MeetingScoreProposed',
    'MeetingScoreVoted',
    'MeetingScoreConfirmed',
  ],
  VoteTaken: NONE,
  ResolutionAdopted: NONE,
  MinutesAdopted: ['MeetingScoreProposed', 'MeetingScoreVoted', 'MeetingScoreConfirmed'],
  MeetingScoreProposed: ['MeetingScoreVoted', 'MeetingScoreConfirmed'],
  MeetingScoreVoted: NONE,
  MeetingScoreConfirmed: NONE,
  MeetingCancelled: NONE,

  GrievanceOpened: 'ALL',
  GrievanceFlagged: NONE,
  GrievanceResolved: NONE,

  CaseOpened: 'ALL',
  SignalReceived: NONE,
  InspectionOpened: NONE,
  ExplanationSubmitted: NONE,
  ConclusionReached: [
    'DisciplineProposed',
    'DisciplineDecided',
    'RemediationPlanFiled',
    'RemediationCompleted',
    'CaseClosed',
  ],
  DisciplineProposed: NONE,
  DisciplineDecided: [
    'DisciplineAnnounced',
    'ComplaintFiled',
    'ComplaintResolved',
    'DisciplineExpired',
    'RightsRestored',
    'CaseClosed',
  ],
  DisciplineAnnounced: ['DisciplineExpired', 'CaseClosed'],
  ComplaintFiled: ['ComplaintResolved'],
  ComplaintResolved: ['ComplaintFiled', 'DisciplineDecided'],
  RemediationPlanFiled: NONE,
  RemediationCompleted: NONE,
  DisciplineExpired: ['RightsRestored'],
  RightsRestored: NONE,
  CaseClosed: NONE,

  ReviewOpened: NONE,
  MemberRatingProposed: NONE,
  MemberRatingDecided: ['RatingReopened', 'RatingRevised'],
  OrganisationRatingProposed: NONE,
  OrganisationRatingDecided: ['RatingReopened', 'RatingRevised'],
  RatingPublished: NONE,
  RatingReopened: ['RatingRevised', 'MemberRatingDecided', 'OrganisationRatingDecided'],
  RatingRevised: ['RatingReopened'],

  AssessmentOpened: 'ALL',
  SelfAssessmentSubmitted: ['SelfAssessmentVoted'],
  SelfAssessmentVoted: NONE,
  AppraisalRecorded: NONE,
  RecognitionProposed: NONE,
  // A recognition is reviewed, and then upheld, corrected or revoked.
  RecognitionGranted: 'OWN_PROCEDURE',
  RecognitionRefused: 'OWN_PROCEDURE',
  RecognitionPublished: NONE,
  RewardGranted: NONE,
  RecognitionReviewRequired: 'OWN_PROCEDURE',
  RecognitionUpheld: 'OWN_PROCEDURE',
  RecognitionCorrected: 'OWN_PROCEDURE',
  RecognitionRevoked: 'OWN_PROCEDURE',

  MeetingMissed: NONE,
  PublicationOverdue: NONE,
  AnnouncementOverdue: NONE,
  PeriodClosed: NONE,
};
