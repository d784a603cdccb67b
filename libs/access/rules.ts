import type { Role } from './roles';
import { ROLES } from './roles';

/** Roles that may give a command; what they may decide in which organisation is not told apart yet. */
const RECORDING: readonly Role[] = [
  'SECRETARY',
  'SUPERIOR_COMMITTEE',
  'INSPECTION_COMMISSION',
  'OPERATOR',
];
const READING: readonly Role[] = ROLES;

/** Every read of the interface, by the name of its field in `Query`. */
const QUERIES = [
  'organisation',
  'organisations',
  'member',
  'members',
  'framework',
  'frameworks',
  'campaign',
  'campaigns',
  'pledges',
  'meetings',
  'targets',
  'inspectionPlans',
  'grievances',
  'cases',
  'reviews',
  'scorecard',
  'scorecards',
  'recognitions',
  'obligations',
  'history',
  'event',
  'status',
] as const;

/** Every command of the interface, by the name of its field in `Mutation`. */
const MUTATIONS = [
  'establishOrganisation',
  'renameOrganisation',
  'reparentOrganisation',
  'changeOrganisationType',
  'mergeOrganisation',
  'splitOrganisation',
  'dissolveOrganisation',
  'appointSecretary',
  'assignSuperiorDelegate',
  'reportMembershipTotals',

  'admitMember',
  'makeMemberOfficial',
  'transferMember',
  'exemptMember',
  'suspendMember',
  'resumeMember',
  'recordMemberLeft',
  'linkResidence',

  'draftFramework',
  'extendFramework',
  'publishFramework',

  'launchCampaign',
  'designatePilot',
  'rollOutCampaign',
  'closeCampaign',

  'registerPledge',
  'signPledge',
  'reportPledgeItem',
  'withdrawPledge',

  'assignTarget',
  'reportTargetProgress',
  'confirmTargetResult',
  'adoptInspectionPlan',
  'completeInspectionPlanItem',

  'scheduleMeeting',
  'postDocuments',
  'holdPreparatoryMeeting',
  'holdMeeting',
  'takeVote',
  'adoptResolution',
  'adoptMinutes',
  'proposeMeetingScore',
  'voteMeetingScore',
  'confirmMeetingScore',
  'cancelMeeting',

  'openGrievance',
  'flagGrievance',
  'resolveGrievance',

  'openCase',
  'receiveSignal',
  'openInspection',
  'submitExplanation',
  'reachConclusion',
  'proposeDiscipline',
  'decideDiscipline',
  'announceDiscipline',
  'fileComplaint',
  'resolveComplaint',
  'fileRemediationPlan',
  'completeRemediation',
  'expireDiscipline',
  'restoreRights',
  'closeCase',

  'openReview',
  'proposeMemberRating',
  'decideMemberRating',
  'proposeOrganisationRating',
  'decideOrganisationRating',
  'publishRatings',
  'reopenRating',
  'reviseRating',

  'openAssessment',
  'submitSelfAssessment',
  'voteSelfAssessment',
  'recordAppraisal',
  'proposeRecognition',
  'grantRecognition',
  'refuseRecognition',
  'publishRecognition',
  'grantReward',
  'requireRecognitionReview',
  'upholdRecognition',
  'correctRecognition',
  'revokeRecognition',

  'recordMissedMonth',
  'recordMissedQuarter',
  'recordPublicationOverdue',
  'recordAnnouncementOverdue',
  'closePeriod',

  'correctFact',
] as const;

/** Who may do what: an operation that is not entered here is nobody's. */
export const RULES: ReadonlyMap<string, readonly Role[]> = new Map<string, readonly Role[]>([
  ...QUERIES.map((name) => [`Query.${name}`, READING] as const),
  ...MUTATIONS.map((name) => [`Mutation.${name}`, RECORDING] as const),
  // A bundle through the running service: POST /imports.
  ['Import.bundle', RECORDING],
]);
