import type {
  CampaignId,
  CaseId,
  FrameworkId,
  GrantId,
  GrievanceId,
  MeetingId,
  MemberId,
  OrganisationId,
  WebhookId,
} from '#vocabulary';

const MEMBER_PLEDGE = 'member-pledge';

/**
 * The names of the streams (handbook, section 7), said in one place. No two things share a stream, whatever their
 * ids are: a name begins with its category, holds one id at most, and years have no hyphen in them. So only a `%`
 * has to be escaped in an id, and what would make one category look like another.
 */
export const streams = {
  organisation: (id: OrganisationId) => named('organisation', id),
  // Else a member `pledge-2024-x` would share the stream of what the member `x` pledged for 2024.
  member: (id: MemberId) => named('member', id).replace(/^member-pledge-/, 'member-pledge%2D'),
  framework: (id: FrameworkId) => named('framework', id),
  campaign: (id: CampaignId) => named('campaign', id),
  /** All that an organisation pledged for a year, or one of its members: under whichever campaign. */
  pledge: (key: {
    readonly year: number;
    readonly organisation: OrganisationId;
    readonly member?: MemberId;
  }) =>
    key.member === undefined
      ? named('pledge', key.year, key.organisation)
      : named(MEMBER_PLEDGE, key.year, key.member),
  target: (organisation: OrganisationId, year: number) => named('target', organisation, year),
  meeting: (id: MeetingId) => named('meeting', id),
  grievance: (id: GrievanceId) => named('grievance', id),
  grant: (id: GrantId) => named('grant', id),
  webhook: (id: WebhookId) => named('webhook', id),
  ledger: (name: string) => named('ledger', name),
  case: (id: CaseId) => named('case', id),
  review: (organisation: OrganisationId, year: number) => named('review', organisation, year),
  assessment: (organisation: OrganisationId, year: number) =>
    named('assessment', organisation, year),
  organisationYear: (organisation: OrganisationId, year: number) =>
    named('year', organisation, year),
} as const;

/** What a stream's name begins with, up to the hyphen before its id or year. */
export function categoryOf(stream: string): string {
  return stream.startsWith(`${MEMBER_PLEDGE}-`)
    ? MEMBER_PLEDGE
    : stream.slice(0, stream.indexOf('-'));
}

function named(category: string, ...parts: readonly (string | number)[]): string {
  return [category, ...parts.map(escaped)].join('-');
}

/** Numbers are whole years, as a rule: this is also for those that are refused later. */
function escaped(part: string | number): string {
  return typeof part === 'number'
    ? String(part).replaceAll('-', '%2D')
    : part.replaceAll('%', '%25');
}
