/** A string that says what it names: a plain string fits, an id of another kind does not. */
type Named<Name extends string> = string & { readonly kindOfId?: Name };

export type OrganisationId = Named<'organisation'>;
export type MemberId = Named<'member'>;
export type FrameworkId = Named<'framework'>;
export type CampaignId = Named<'campaign'>;
export type MeetingId = Named<'meeting'>;
export type GrievanceId = Named<'grievance'>;
export type CaseId = Named<'case'>;
export type GrantId = Named<'grant'>;
export type WebhookId = Named<'webhook'>;
export type EventId = Named<'event'>;

/** A calendar date in Vietnam, `YYYY-MM-DD`. */
export type LocalDate = Named<'local-date'>;
/** A point in time, RFC 3339 with offset. */
export type Instant = Named<'instant'>;
/** An exact decimal number, as written: `104.5`. */
export type Decimal = Named<'decimal'>;

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
