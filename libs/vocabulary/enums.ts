export const ORGANISATION_KINDS = [
  'SUBORDINATE_CELL',
  'GRASSROOTS_CELL',
  'GRASSROOTS_COMMITTEE',
  'SECTIONAL_COMMITTEE',
  'SUPERIOR_COMMITTEE',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const ORGANISATION_LEVELS = ['COMMUNE', 'DISTRICT', 'CITY', 'BLOC', 'PROVINCE'] as const;
export type OrganisationLevel = (typeof ORGANISATION_LEVELS)[number];

export const MEMBER_STATUSES = [
  'PROBATIONARY',
  'OFFICIAL',
  'EXEMPTED',
  'SUSPENDED',
  'LEFT',
  'EXPELLED',
  'DECEASED',
] as const;
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

export const MEETING_KINDS = ['REGULAR', 'THEMATIC', 'COMBINED', 'MODEL'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** Best first. */
export const MEETING_LEVELS = ['TOT', 'KHA', 'TRUNG_BINH', 'KEM'] as const;
export type MeetingLevel = (typeof MEETING_LEVELS)[number];

/** Best first. */
export const RATING_LEVELS = ['EXCELLENT', 'GOOD', 'COMPLETED', 'FAILED'] as const;
export type RatingLevel = (typeof RATING_LEVELS)[number];

export const GRIEVANCE_FLAGS = ['PROLONGED', 'CROWD', 'LEVEL_SKIPPING'] as const;
export type GrievanceFlag = (typeof GRIEVANCE_FLAGS)[number];

export const SIGNAL_SOURCES = [
  'SELF',
  'INSPECTION',
  'PRESS',
  'CITIZEN_REPORT',
  'CITIZEN_DENUNCIATION',
] as const;
export type SignalSource = (typeof SIGNAL_SOURCES)[number];

/** A detection by the organisation itself is never an external one. */
export const EXTERNAL_SOURCES = [
  'INSPECTION',
  'PRESS',
  'CITIZEN_REPORT',
  'CITIZEN_DENUNCIATION',
] as const satisfies readonly Exclude<SignalSource, 'SELF'>[];

export const DISCIPLINE_FORMS = [
  'REPRIMAND',
  'WARNING',
  'REMOVAL',
  'EXPULSION',
  'DISSOLUTION',
] as const;
export type DisciplineForm = (typeof DISCIPLINE_FORMS)[number];

export const TARGET_DIRECTIONS = ['AT_LEAST', 'AT_MOST'] as const;
export type TargetDirection = (typeof TARGET_DIRECTIONS)[number];

export const APPRAISAL_RESULTS = ['MET', 'NOT_MET'] as const;
export type AppraisalResult = (typeof APPRAISAL_RESULTS)[number];

export const LEAVING_CAUSES = ['LEFT', 'EXPELLED', 'DECEASED'] as const;
export type LeavingCause = (typeof LEAVING_CAUSES)[number];

export const COMPLAINT_OUTCOMES = ['UPHELD', 'CHANGED', 'ANNULLED'] as const;
export type ComplaintOutcome = (typeof COMPLAINT_OUTCOMES)[number];

/** Who a token may speak for. A role is held in one organisation. */
export const ROLES = [
  'SECRETARY',
  'SUPERIOR_COMMITTEE',
  'STANDING_BOARD',
  'INSPECTION_COMMISSION',
  'AUDITOR',
  'INTEGRATOR',
  'OPERATOR',
] as const;
export type Role = (typeof ROLES)[number];

/** The role of what the program itself records, as that time has passed: no token holds it, nobody takes it. */
export const PROCESS_ROLE = 'PROCESS';

const EVERY_KIND = ORGANISATION_KINDS;
const COMMITTEES: readonly OrganisationKind[] = [
  'GRASSROOTS_COMMITTEE',
  'SECTIONAL_COMMITTEE',
  'SUPERIOR_COMMITTEE',
];
const WITH_BOARD: readonly OrganisationKind[] = ['GRASSROOTS_COMMITTEE', 'SUPERIOR_COMMITTEE'];

/** The kinds of organisation in which there is such a role: a cell has no standing board. */
export const KINDS_WITH_ROLE: Readonly<Record<Role, readonly OrganisationKind[]>> = {
  SECRETARY: EVERY_KIND,
  SUPERIOR_COMMITTEE: COMMITTEES,
  STANDING_BOARD: WITH_BOARD,
  INSPECTION_COMMISSION: WITH_BOARD,
  AUDITOR: EVERY_KIND,
  INTEGRATOR: EVERY_KIND,
  OPERATOR: EVERY_KIND,
};

export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}
