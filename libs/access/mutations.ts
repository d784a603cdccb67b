import type { Role } from './roles';

/*
 * Every command of the interface, by the name of its field in `Mutation`, under whom it is for.
 * About which organisation somebody may decide is not told here: the domain knows the tree.
 */

/** The registers, and what an organisation does itself from day to day. */
const EVERYDAY = [
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
  'registerPledge',
  'signPledge',
  'reportPledgeItem',
  'withdrawPledge',
  'reportTargetProgress',
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
  'openReview',
  'proposeMemberRating',
  'decideMemberRating',
  'proposeOrganisationRating',
  'openAssessment',
  'submitSelfAssessment',
  'voteSelfAssessment',
] as const;

/** Grievances, inspection and discipline; a cell inspects its own members. */
const INSPECTION = [
  'openGrievance',
  'flagGrievance',
  'resolveGrievance',
  'adoptInspectionPlan',
  'completeInspectionPlanItem',
  'openCase',
  'receiveSignal',
  'openInspection',
  'submitExplanation',
  'reachConclusion',
  'proposeDiscipline',
  'decideDiscipline',
  'announceDiscipline',
  'fileComplaint',
  'fileRemediationPlan',
  'completeRemediation',
  'restoreRights',
  'closeCase',
  'correctFact',
] as const;

/** Answers to complaints, and what time brings in a case: never for those inspected. */
const SUPERVISION = ['resolveComplaint', 'expireDiscipline', 'recordAnnouncementOverdue'] as const;

/** What a superior committee lays down, appraises, rates, recognises and watches over. */
const FROM_ABOVE = [
  'draftFramework',
  'extendFramework',
  'publishFramework',
  'launchCampaign',
  'designatePilot',
  'rollOutCampaign',
  'closeCampaign',
  'assignTarget',
  'confirmTargetResult',
  'decideOrganisationRating',
  'publishRatings',
  'reopenRating',
  'reviseRating',
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
  'closePeriod',
] as const;

/** Which roles may give which commands. An operator enters what others did: all of it. */
export const MUTATIONS: readonly {
  readonly names: readonly string[];
  readonly roles: readonly Role[];
}[] = [
  { names: EVERYDAY, roles: ['SECRETARY', 'SUPERIOR_COMMITTEE', 'OPERATOR'] },
  {
    names: INSPECTION,
    roles: [
      'SECRETARY',
      'SUPERIOR_COMMITTEE',
      'STANDING_BOARD',
      'INSPECTION_COMMISSION',
      'OPERATOR',
    ],
  },
  {
    names: SUPERVISION,
    roles: ['SUPERIOR_COMMITTEE', 'STANDING_BOARD', 'INSPECTION_COMMISSION', 'OPERATOR'],
  },
  { names: FROM_ABOVE, roles: ['SUPERIOR_COMMITTEE', 'STANDING_BOARD', 'OPERATOR'] },
];
