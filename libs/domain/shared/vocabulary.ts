/** A string that says what it names: a plain string fits, an id of another kind does not. */
type Named<Name extends string> = string & { readonly kindOfId?: Name };

export type OrganisationId = Named<'organisation'>;
export type MemberId = Named<'member'>;
export type FrameworkId = Named<'framework'>;
export type CampaignId = Named<'campaign'>;
export type MeetingId = Named<'meeting'>;
export type GrievanceId = Named<'grievance'>;
export type CaseId = Named<'case'>;
export type EventId = Named<'event'>;

/** A calendar date in Vietnam, `YYYY-MM-DD`. */
export type LocalDate = Named<'local-date'>;
/** A point in time, RFC 3339 with offset. */
export type Instant = Named<'instant'>;
/** An exact decimal number, as written: `104.5`. */
export type Decimal = Named<'decimal'>;

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

export interface FrameworkRef {
  readonly id: FrameworkId;
  readonly version: number;
}

/** Whoever acts, or on whose behalf: a person's pseudonymous id, the role held, the organisation it is held in. */
export interface Actor {
  readonly id: string;
  readonly role: string;
  readonly organisation: OrganisationId;
}
