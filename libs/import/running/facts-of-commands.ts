import type { DomainCommand, DomainEvent } from '#domain';

/** What a command of a row leaves in the log, and which cells of the row say so. */
export interface FactOfCommand {
  /** The first event of the command; it holds the command's fields. */
  readonly event: DomainEvent['type'];
  /** The column that says that it happened. */
  readonly column: string;
  /** The column that names whoever did it. */
  readonly by?: string;
  /** The columns of fields whose names do not lead to them. */
  readonly columns?: Readonly<Record<string, string>>;
}

/** Of every command that a row may become. */
export const FACTS_OF_COMMANDS: Partial<Readonly<Record<DomainCommand['type'], FactOfCommand>>> = {
  EstablishOrganisation: { event: 'OrganisationEstablished', column: 'established_on' },
  DissolveOrganisation: { event: 'OrganisationDissolved', column: 'dissolved_on' },
  AdmitMember: { event: 'MemberAdmitted', column: 'admitted_on' },
  MakeMemberOfficial: { event: 'MemberMadeOfficial', column: 'official_on' },
  LinkResidence: { event: 'ResidenceLinked', column: 'residence_organisation' },
  ExemptMember: { event: 'MemberExempted', column: 'exempted_on' },
  RecordMemberIdentity: { event: 'MemberIdentityRecorded', column: 'full_name' },
  SuspendMember: { event: 'MemberSuspended', column: 'suspended_on' },
  TransferMember: { event: 'MemberTransferred', column: 'on' },
  ReportMembershipTotals: { event: 'MembershipTotalsReported', column: 'on' },
  DraftFramework: { event: 'FrameworkDrafted', column: 'definition' },
  ExtendFramework: { event: 'FrameworkExtended', column: 'extends' },
  PublishFramework: { event: 'FrameworkPublished', column: 'draft' },
  LaunchCampaign: {
    event: 'CampaignLaunched',
    column: 'launched_on',
    columns: { 'framework.id': 'framework', 'framework.version': 'framework_version' },
  },
  DesignatePilot: { event: 'PilotDesignated', column: 'on' },
  RegisterPledge: { event: 'PledgeRegistered', column: 'registered_on' },
  SignPledge: { event: 'PledgeSigned', column: 'signed_on' },
  AssignTarget: { event: 'TargetAssigned', column: 'assigned_on' },
  ReportTargetProgress: { event: 'TargetProgressReported', column: 'achieved' },
  ConfirmTargetResult: { event: 'TargetResultConfirmed', column: 'confirmed_on' },
  HoldMeeting: { event: 'MeetingHeld', column: 'starts_at' },
  PostDocuments: { event: 'DocumentsPosted', column: 'documents_posted_at' },
  HoldPreparatoryMeeting: { event: 'PreparatoryMeetingHeld', column: 'prepared_on' },
  AdoptMinutes: { event: 'MinutesAdopted', column: 'minutes_adopted_on' },
  ProposeMeetingScore: { event: 'MeetingScoreProposed', column: 'scores' },
  VoteMeetingScore: { event: 'MeetingScoreVoted', column: 'score_voted_on' },
  ConfirmMeetingScore: {
    event: 'MeetingScoreConfirmed',
    column: 'score_confirmed_by',
    by: 'score_confirmed_by',
  },
  OpenGrievance: { event: 'GrievanceOpened', column: 'opened_on' },
  ResolveGrievance: { event: 'GrievanceResolved', column: 'resolved_on' },
  OpenCase: { event: 'CaseOpened', column: 'occurred_on' },
  ReachConclusion: { event: 'ConclusionReached', column: 'concluded_on' },
  DecideDiscipline: { event: 'DisciplineDecided', column: 'decided_on' },
  AnnounceDiscipline: { event: 'DisciplineAnnounced', column: 'announced_on' },
  CompleteRemediation: { event: 'RemediationCompleted', column: 'remediated_on' },
  ReceiveSignal: { event: 'SignalReceived', column: 'received_on' },
  DecideOrganisationRating: { event: 'OrganisationRatingDecided', column: 'decided_on' },
  DecideMemberRating: { event: 'MemberRatingDecided', column: 'decided_on' },
  OpenAssessment: { event: 'AssessmentOpened', column: 'opened_on' },
  SubmitSelfAssessment: {
    event: 'SelfAssessmentSubmitted',
    column: 'self_submitted_on',
    by: 'self_by',
    columns: { 'scores.0.points': 'self_points' },
  },
  VoteSelfAssessment: { event: 'SelfAssessmentVoted', column: 'voted_on' },
  RecordAppraisal: { event: 'AppraisalRecorded', column: 'appraised_on', by: 'appraised_by' },
  ClosePeriod: { event: 'PeriodClosed', column: 'on' },
  GrantRecognition: { event: 'RecognitionGranted', column: 'decision' },
  RefuseRecognition: { event: 'RecognitionRefused', column: 'decision' },
  PublishRecognition: { event: 'RecognitionPublished', column: 'published_on' },
};
