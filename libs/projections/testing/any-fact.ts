import fc from 'fast-check';
import {
  GRIEVANCE_FLAGS,
  LEAVING_CAUSES,
  MEETING_KINDS,
  ORGANISATION_KINDS,
  RATING_LEVELS,
  ROLES,
  TARGET_DIRECTIONS,
} from '#vocabulary';
import { EVENT_TYPES, WEBHOOK_DISABLINGS, WEBHOOK_ENDS } from '#domain';
import type { DomainEvent } from '#domain';
import type { ToRecord } from '#projection-engine/testing';
import { anyCaseData } from './any-case-data';
import {
  campaign,
  count,
  date,
  decimal,
  framework,
  instant,
  member,
  organisation,
  record,
  scores,
  sealed,
  text,
  year,
} from './any-values';
import type { DataOf } from './any-values';

const extension: fc.Arbitrary<DataOf<'FrameworkExtended'>['definition']> = fc.record({
  id: fc.constant('f2'),
  version: fc.constant(1),
  title: fc.constant({ vi: 'Khung địa phương', en: 'Local framework' }),
  extends: fc.constant({ id: 'f1', version: 1 }),
});

const definition = record<DataOf<'FrameworkDrafted'>['definition']>(
  {
    id: fc.constant('f1'),
    version: fc.constant(1),
    title: fc.constant({ vi: 'Khung', en: 'Framework' }),
    legalBasis: fc.constant([]),
    validFrom: fc.constant('2024-01-01'),
    validTo: fc.constant('2025-12-31'),
    extends: framework,
    parameters: fc.record({
      censusDate: fc.constant('12-31'),
      externalSources: fc.constant([]),
      selfDetectedExempts: fc.constant(false),
      publicationDueDays: fc.constant(15),
      closesAfterDays: fc.constant(90),
      ratingQuota: fc.constantFrom(null, { level: 'EXCELLENT' as const, maxShare: 0.2 }),
    }),
    profiles: fc.constant([]),
    meetingScale: fc.constant({ groups: [], bands: [] }),
  },
  'extends',
  'meetingScale',
);

const ofOrganisation = { organisation };
const ofMember = { member, organisation };
const ofVersion = { framework: fc.constantFrom('f1', 'f2'), version: fc.constantFrom(1, 2) };
const ofPledge = { campaign, year, organisation, member };
const ofYear = { organisation, year };
const ofTarget = { organisation, year, code: fc.constantFrom('t1', 't2') };
const ofMeeting = { meeting: fc.constantFrom('k1', 'k2'), organisation, year };
const ofGrievance = { grievance: fc.constantFrom('g1', 'g2'), organisation };
const ofGrant = {
  grant: fc.constantFrom('grant1', 'grant2'),
  subject: fc.constantFrom('m00001', 'm00009'),
  role: fc.constantFrom(...ROLES),
  organisation,
};
const ofWebhook = { webhook: fc.constantFrom('hook1', 'hook2'), organisation };
const webhookTerms = {
  url: fc.constant('https://receiver.example/events'),
  types: fc.constant(['RecognitionGranted' as const]),
  under: organisation,
  description: text,
};
const webhookStart = {
  fromBeginning: fc.boolean(),
  behind: fc.constant({ event: 'event1', position: '7' }),
};
const level = fc.constantFrom(...RATING_LEVELS);
const points = fc.record({ general: decimal, results: decimal });
const number = fc.constant('12-QĐ/HU');
const decidedBy = organisation;

const DATA: { readonly [Type in DomainEvent['type']]: fc.Arbitrary<DataOf<Type>> } = {
  OrganisationEstablished: record<DataOf<'OrganisationEstablished'>>(
    {
      ...ofOrganisation,
      kind: fc.constantFrom(...ORGANISATION_KINDS),
      level: fc.constantFrom('COMMUNE', 'DISTRICT'),
      name: text,
      organisationType: text,
      parent: organisation,
    },
    'level',
    'parent',
  ),
  OrganisationRenamed: record({ ...ofOrganisation, name: text }),
  OrganisationReparented: record<DataOf<'OrganisationReparented'>>(
    {
      ...ofOrganisation,
      from: organisation,
      to: organisation,
    },
    'from',
  ),
  OrganisationTypeChanged: record<DataOf<'OrganisationTypeChanged'>>(
    {
      ...ofOrganisation,
      organisationType: text,
      kind: fc.constantFrom(...ORGANISATION_KINDS),
    },
    'kind',
  ),
  OrganisationMerged: record<DataOf<'OrganisationMerged'>>(
    {
      ...ofOrganisation,
      into: organisation,
      parent: organisation,
    },
    'parent',
  ),
  OrganisationSplit: record({ ...ofOrganisation, into: fc.array(organisation, { maxLength: 2 }) }),
  OrganisationDissolved: record<DataOf<'OrganisationDissolved'>>(
    {
      ...ofOrganisation,
      parent: organisation,
    },
    'parent',
  ),
  SecretaryAppointed: record({ ...ofOrganisation, member: fc.constant('m00001') }),
  SuperiorDelegateAssigned: record({ ...ofOrganisation, member: fc.constant('m00001') }),
  MembershipTotalsReported: record({
    ...ofOrganisation,
    official: count,
    probationary: count,
    total: count,
  }),
  MemberAdmitted: fc.record({ ...ofMember, admittedOn: date }),
  MemberMadeOfficial: fc.record({ ...ofMember, officialOn: date }),
  MemberTransferred: fc.record({ member, from: organisation, to: organisation }),
  MemberExempted: fc.record(ofMember),
  MemberSuspended: fc.record(ofMember),
  MemberResumed: fc.record(ofMember),
  MemberLeft: fc.record({ ...ofMember, cause: fc.constantFrom(...LEAVING_CAUSES) }),
  ResidenceLinked: fc.record({ ...ofMember, residenceOrganisation: organisation }),
  MemberIdentityRecorded: fc.record({ ...ofMember, sealed }),
  MemberIdentityErased: fc.record(ofMember),
  FrameworkDrafted: record({ ...ofVersion, definition }),
  FrameworkExtended: record({ ...ofVersion, definition: extension }),
  FrameworkPublished: record({ ...ofVersion, definition }),
  FrameworkSuperseded: record({ ...ofVersion, by: fc.constant(3) }),
  CampaignLaunched: record({
    campaign,
    framework,
    root: organisation,
    fromYear: fc.constant(2024),
    toYear: fc.constant(2025),
  }),
  PilotDesignated: record<DataOf<'PilotDesignated'>>(
    {
      campaign,
      organisation,
      chosenBy: organisation,
    },
    'chosenBy',
  ),
  CampaignRolledOut: record({ campaign, root: organisation }),
  CampaignClosed: record({ campaign, root: organisation }),
  PledgeRegistered: record<DataOf<'PledgeRegistered'>>(
    {
      ...ofPledge,
      framework,
      items: fc.array(text, { maxLength: 3 }),
      organisationKind: fc.constantFrom(...ORGANISATION_KINDS),
      closesOn: date,
      campaignRoot: organisation,
    },
    'member',
    'organisationKind',
    'closesOn',
    'campaignRoot',
  ),
  PledgeSigned: record<DataOf<'PledgeSigned'>>({ ...ofPledge, framework }, 'member'),
  PledgeItemReported: record<DataOf<'PledgeItemReported'>>(
    {
      ...ofPledge,
      item: fc.integer({ min: 1, max: 4 }),
      report: text,
      done: fc.boolean(),
    },
    'member',
  ),
  PledgeWithdrawn: record<DataOf<'PledgeWithdrawn'>>(ofPledge, 'member'),
  TargetAssigned: record({
    ...ofTarget,
    title: text,
    unit: text,
    assigned: decimal,
    direction: fc.constantFrom(...TARGET_DIRECTIONS),
  }),
  TargetProgressReported: record({ ...ofTarget, achieved: decimal }),
  TargetResultConfirmed: record({ ...ofTarget, achieved: decimal }),
  InspectionPlanAdopted: record({
    ...ofYear,
    items: fc.array(fc.record({ code: fc.constantFrom('i1', 'i2'), title: text }), {
      maxLength: 2,
    }),
  }),
  InspectionPlanItemDone: record({ ...ofYear, item: fc.constantFrom('i1', 'i2') }),
  MeetingScheduled: record({
    ...ofMeeting,
    kind: fc.constantFrom(...MEETING_KINDS),
    startsAt: instant,
  }),
  DocumentsPosted: record({ ...ofMeeting, postedAt: instant }),
  PreparatoryMeetingHeld: record(ofMeeting),
  MeetingHeld: record({
    ...ofMeeting,
    kind: fc.constantFrom(...MEETING_KINDS),
    startsAt: instant,
    endsAt: instant,
    attendance: fc.record({
      expected: count,
      present: count,
      excused: fc.array(member, { maxLength: 2 }),
      unexcused: fc.array(member, { maxLength: 2 }),
      specialDuty: fc.array(member, { maxLength: 2 }),
    }),
    superiorAttended: fc.boolean(),
    previousResolutionReviewed: fc.boolean(),
  }),
  VoteTaken: record({
    ...ofMeeting,
    subject: text,
    votesFor: count,
    votesAgainst: count,
    abstentions: count,
  }),
  ResolutionAdopted: record({ ...ofMeeting, resolution: text, title: text }),
  MinutesAdopted: record(ofMeeting),
  MeetingScoreProposed: record({ ...ofMeeting, scores }),
  MeetingScoreVoted: fc.record(
    { ...ofMeeting, votesFor: count, votesTotal: count },
    { requiredKeys: ['meeting', 'organisation', 'year'] },
  ),
  MeetingScoreConfirmed: record({ ...ofMeeting, scores, confirmedBy: fc.constant('delegate') }),
  MeetingCancelled: record(ofMeeting),
  GrievanceOpened: record(ofGrievance),
  GrievanceFlagged: record({ ...ofGrievance, flag: fc.constantFrom(...GRIEVANCE_FLAGS) }),
  GrievanceResolved: record(ofGrievance),
  ...anyCaseData,
  ReviewOpened: record(ofYear),
  MemberRatingProposed: record<DataOf<'MemberRatingProposed'>>(
    { ...ofYear, member, level, points },
    'points',
  ),
  MemberRatingDecided: record<DataOf<'MemberRatingDecided'>>(
    { ...ofYear, member, level, points, decidedBy },
    'points',
  ),
  OrganisationRatingProposed: record<DataOf<'OrganisationRatingProposed'>>(
    { ...ofYear, level: fc.constant('GOOD' as const), points },
    'points',
  ),
  OrganisationRatingDecided: record<DataOf<'OrganisationRatingDecided'>>(
    { ...ofYear, level, points, decidedBy },
    'points',
  ),
  RatingPublished: record(ofYear),
  RatingReopened: record<DataOf<'RatingReopened'>>({ ...ofYear, member }, 'member'),
  RatingRevised: fc.record(
    { ...ofYear, member, level, points, decidedBy },
    { requiredKeys: ['organisation', 'year', 'level', 'decidedBy'] },
  ),
  AssessmentOpened: record({ ...ofYear, campaign, framework }),
  SelfAssessmentSubmitted: record({
    ...ofYear,
    submittedBy: fc.constant('secretary'),
    scores: fc.array(fc.record({ condition: fc.constant('n1'), points: decimal }), {
      maxLength: 2,
    }),
  }),
  SelfAssessmentVoted: record({ ...ofYear, votesFor: count, votesTotal: count }),
  AppraisalRecorded: record({
    ...ofYear,
    appraisedBy: fc.constant('appraiser'),
    conditions: fc.constant([{ condition: 'n1', result: 'MET' as const }]),
  }),
  RecognitionProposed: record({ ...ofYear, proposedBy: fc.constant('appraiser') }),
  RecognitionGranted: record<DataOf<'RecognitionGranted'>>(
    { ...ofYear, number, decidedBy, publishBy: date },
    'publishBy',
  ),
  RecognitionRefused: record<DataOf<'RecognitionRefused'>>(
    { ...ofYear, number, decidedBy, publishBy: date },
    'publishBy',
  ),
  RecognitionPublished: record(ofYear),
  RewardGranted: record({ ...ofYear, reward: text, grantedBy: organisation }),
  RecognitionReviewRequired: record({ ...ofYear, causes: fc.constant(['cause']) }),
  RecognitionUpheld: record<DataOf<'RecognitionUpheld'>>(
    { ...ofYear, decidedBy, outcome: fc.constantFrom('ELIGIBLE', 'NOT_ELIGIBLE') },
    'outcome',
  ),
  RecognitionCorrected: record({ ...ofYear, decidedBy }),
  RecognitionRevoked: record({ ...ofYear, decidedBy }),
  MeetingMissed: fc.oneof(
    fc.record({ ...ofYear, period: fc.constant('MONTH' as const), month: fc.constant(3) }),
    fc.record({ ...ofYear, period: fc.constant('QUARTER' as const), quarter: fc.constant(2) }),
  ),
  PublicationOverdue: record(ofYear),
  AnnouncementOverdue: record({ ...ofYear, case: fc.constant('v1') }),
  PeriodClosed: record(ofYear),
  RoleGranted: record<DataOf<'RoleGranted'>>(
    { ...ofGrant, holdsFrom: date, holdsUntil: date },
    'holdsUntil',
  ),
  RoleEnded: record({ ...ofGrant, holdsUntil: date }),
  LedgerBreakAccepted: record<DataOf<'LedgerBreakAccepted'>>(
    {
      ledger: fc.constant('history'),
      tree: fc.constantFrom(2, 3),
      origin: fc.constant('four-good.test/log'),
      size: fc.constant(20),
      root: fc.constant('cm9vdA=='),
      firstLeaf: fc.constant(5),
      followedBy: fc.constant('four-good.test/log/2'),
    },
    'firstLeaf',
  ),
  WebhookRegistered: record<DataOf<'WebhookRegistered'>>(
    {
      ...ofWebhook,
      ...webhookTerms,
      owner: fc.constant('m00009'),
      role: fc.constant('INTEGRATOR' as const),
      ...webhookStart,
    },
    'under',
    'fromBeginning',
    'behind',
  ),
  WebhookChanged: record<DataOf<'WebhookChanged'>>({ ...ofWebhook, ...webhookTerms }, 'under'),
  WebhookSecretRotated: record({
    ...ofWebhook,
    generation: fc.constant(2),
    previousUntil: instant,
  }),
  WebhookDisabled: record({ ...ofWebhook, cause: fc.constantFrom(...WEBHOOK_DISABLINGS) }),
  WebhookResumed: record<DataOf<'WebhookResumed'>>(
    { ...ofWebhook, ...webhookStart },
    'fromBeginning',
    'behind',
  ),
  RedeliveryAsked: record({ ...ofWebhook, event: fc.constant('event1') }),
  WebhookEnded: record({ ...ofWebhook, cause: fc.constantFrom(...WEBHOOK_ENDS) }),
};

/** A fact of a given type, true at any time. */
export function anyFactOf(type: DomainEvent['type']): fc.Arbitrary<ToRecord> {
  return fc
    .record({ data: DATA[type] as fc.Arbitrary<object>, effectiveAt: instant })
    .map(({ data, effectiveAt }) => ({ type, data, effectiveAt }) as ToRecord);
}

/** Any fact of the catalogue, whether or not a decider would ever let it happen. */
export const anyFact: fc.Arbitrary<ToRecord> = fc.constantFrom(...EVENT_TYPES).chain(anyFactOf);
