import type {
  CampaignId,
  CaseId,
  FrameworkId,
  GrievanceId,
  MeetingId,
  MemberId,
  OrganisationId,
} from '#vocabulary';

/** The names of the streams (handbook, section 7), said in one place. */
export const streams = {
  organisation: (id: OrganisationId) => `organisation-${id}`,
  member: (id: MemberId) => `member-${id}`,
  framework: (id: FrameworkId) => `framework-${id}`,
  campaign: (id: CampaignId) => `campaign-${id}`,
  /** The organisation's own pledge, or that of one of its members. */
  pledge: (key: {
    readonly campaign: CampaignId;
    readonly year: number;
    readonly organisation: OrganisationId;
    readonly member?: MemberId;
  }) => `pledge-${key.campaign}-${key.member ?? key.organisation}-${key.year}`,
  target: (organisation: OrganisationId, year: number) => `target-${organisation}-${year}`,
  meeting: (id: MeetingId) => `meeting-${id}`,
  grievance: (id: GrievanceId) => `grievance-${id}`,
  case: (id: CaseId) => `case-${id}`,
  review: (organisation: OrganisationId, year: number) => `review-${organisation}-${year}`,
  assessment: (organisation: OrganisationId, year: number) => `assessment-${organisation}-${year}`,
  organisationYear: (organisation: OrganisationId, year: number) => `year-${organisation}-${year}`,
} as const;
