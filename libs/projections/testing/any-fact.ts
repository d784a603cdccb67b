import fc from 'fast-check';
import {
  COMPLAINT_OUTCOMES,
  DISCIPLINE_FORMS,
  GRIEVANCE_FLAGS,
  LEAVING_CAUSES,
  MEETING_KINDS,
  ORGANISATION_KINDS,
  RATING_LEVELS,
  SIGNAL_SOURCES,
  TARGET_DIRECTIONS,
} from '#vocabulary';
import { EVENT_TYPES } from '#domain';
import type { DomainEvent } from '#domain';
import type { ToRecord } from '#projection-engine/testing';

type DataOf<Type extends DomainEvent['type']> = Extract<
  DomainEvent,
  { readonly type: Type }
>['data'];

/** Few ids of each kind, so that events meet; one that needs escaping. */
const organisation = fc.constantFrom('o1', 'o2', 'o3', 'đảng bộ/4');
const member = fc.constantFrom('m00001', 'm00002');
const year = fc.constantFrom(2024, 2025);
const campaign = fc.constantFrom('c1', 'c2');
const text = fc.constantFrom('', 'Chi bộ Thôn 1', 'văn bản');
const count = fc.nat(50);
const decimal = fc.constantFrom('0', '12.5', '100');
const instant = fc
  .integer({ min: Date.parse('2023-06-01T00:00:00Z'), max: Date.parse('2025-06-01T00:00:00Z') })
  .map((time) => new Date(time).toISOString().replace('Z', '+00:00'));
const date = instant.map((at) => at.slice(0, 10));
const framework = fc.record({ id: fc.constantFrom('f1', 'f2'), version: fc.constantFrom(1, 2) });
/** Who entered a fact for whoever is behind it. */
const entered = { enteredBy: fc.constant('clerk') };
const scores = fc.dictionary(fc.constantFrom('ATTENDANCE', 'MINUTES'), decimal);

type OptionalKey<Shape> = {
  [Key in keyof Shape]-?: object extends Pick<Shape, Key> ? Key & string : never;
}[keyof Shape];

/** Objects of a shape, with and without the keys that are optional. */
function record<Shape extends object>(
  shape: { readonly [Key in keyof Shape]-?: fc.Arbitrary<Exclude<Shape[Key], undefined>> },
  ...optional: readonly OptionalKey<Shape>[]
): fc.Arbitrary<Shape> {
  const values: Readonly<Record<string, fc.Arbitrary<unknown>>> = shape;
  const required = Object.keys(values).filter((key) => !optional.some((one) => one === key));
  const any: fc.Arbitrary<unknown> = fc.record(values, { requiredKeys: required });
  return any as fc.Arbitrary<Shape>;
}

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
    parameters: fc.constant({
      censusDate: '12-31',
      externalSources: [],
      selfDetectedExempts: false,
      publicationDueDays: 15,
      closesAfterDays: 90,
      ratingQuota: null,
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
const ofCase = { case: fc.constantFrom('v1', 'v2'), organisation, member };
const level = fc.constantFrom(...RATING_LEVELS);
const points = fc.record({ general: decimal, results: decimal });
const form = fc.constantFrom(...DISCIPLINE_FORMS);
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
  CaseOpened: record<DataOf<'CaseOpened'>>(
    {
      ...ofCase,
      occurredOn: date,
      prohibitedThing: fc.integer({ min: 1, max: 19 }),
      openedFor: organisation,
    },
    'member',
    'prohibitedThing',
    'openedFor',
  ),
  SignalReceived: record<DataOf<'SignalReceived'>>(
    {
      ...ofCase,
      source: fc.constantFrom(...SIGNAL_SOURCES),
    },
    'member',
  ),
  InspectionOpened: record<DataOf<'InspectionOpened'>>(
    { ...ofCase, openedBy: fc.constant('inspector'), openedFor: organisation, ...entered },
    'member',
    'openedBy',
    'openedFor',
    'enteredBy',
  ),
  ExplanationSubmitted: record<DataOf<'ExplanationSubmitted'>>(ofCase, 'member'),
  ConclusionReached: record<DataOf<'ConclusionReached'>>(
    {
      ...ofCase,
      confirmed: fc.boolean(),
      remediationRequired: fc.boolean(),
      concludedBy: fc.constant('inspector'),
      ...entered,
    },
    'member',
    'concludedBy',
    'enteredBy',
  ),
  DisciplineProposed: record<DataOf<'DisciplineProposed'>>(
    {
      ...ofCase,
      form,
      proposedBy: fc.constant('inspector'),
      ...entered,
    },
    'member',
    'proposedBy',
    'enteredBy',
  ),
  DisciplineDecided: record<DataOf<'DisciplineDecided'>>(
    {
      ...ofCase,
      form,
      decidedBy,
      signedBy: fc.constant('inspector'),
      announceBy: date,
      ...entered,
    },
    'member',
    'signedBy',
    'announceBy',
    'enteredBy',
  ),
  DisciplineAnnounced: record<DataOf<'DisciplineAnnounced'>>(
    { ...ofCase, endsOn: date },
    'member',
    'endsOn',
  ),
  ComplaintFiled: record<DataOf<'ComplaintFiled'>>(ofCase, 'member'),
  ComplaintResolved: record<DataOf<'ComplaintResolved'>>(
    {
      ...ofCase,
      outcome: fc.constantFrom(...COMPLAINT_OUTCOMES),
      form,
      violationStands: fc.boolean(),
      decidedBy,
      signedBy: fc.constant('inspector'),
      announceBy: date,
      ...entered,
    },
    'member',
    'form',
    'violationStands',
    'signedBy',
    'announceBy',
    'enteredBy',
  ),
  RemediationPlanFiled: record<DataOf<'RemediationPlanFiled'>>(ofCase, 'member'),
  RemediationCompleted: record<DataOf<'RemediationCompleted'>>(ofCase, 'member'),
  DisciplineExpired: record<DataOf<'DisciplineExpired'>>(ofCase, 'member'),
  RightsRestored: record<DataOf<'RightsRestored'>>(ofCase, 'member'),
  CaseClosed: record<DataOf<'CaseClosed'>>(
    { ...ofCase, duplicateOf: fc.constantFrom('v1', 'v2') },
    'member',
    'duplicateOf',
  ),
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
};

/** A fact of a given type, true at any time. */
export function anyFactOf(type: DomainEvent['type']): fc.Arbitrary<ToRecord> {
  return fc
    .record({ data: DATA[type] as fc.Arbitrary<object>, effectiveAt: instant })
    .map(({ data, effectiveAt }) => ({ type, data, effectiveAt }) as ToRecord);
}

/** Any fact of the catalogue, whether or not a decider would ever let it happen. */
export const anyFact: fc.Arbitrary<ToRecord> = fc.constantFrom(...EVENT_TYPES).chain(anyFactOf);
