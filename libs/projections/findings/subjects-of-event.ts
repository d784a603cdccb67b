import { localDateOf } from '#vocabulary';
import type { CaseId, GrievanceId, MeetingId, MemberId, OrganisationId } from '#vocabulary';
import { resultFor } from '#projection-engine';
import type { ByType, FactOfType, RecordedFact } from '#projection-engine';
import type { FactsSubject } from './keys';

/** Of whom or what an event is kept, told from the event alone. */
export function subjectsOfEvent(event: RecordedFact): readonly FactsSubject[] {
  return [...(resultFor(SUBJECTS, event) ?? []), ...entriesOf(event)];
}

/** As it was entered: with the year of an organisation, or with the organisation. */
function entriesOf({ data }: RecordedFact): readonly FactsSubject[] {
  // Who may act for an organisation, and what programs are told, is none of its work, and not for everybody to know.
  if ('grant' in data || 'webhook' in data) return [];
  const named = 'from' in data && 'member' in data ? [data.from, data.to] : [];
  const organisations = 'organisation' in data ? [data.organisation] : named;
  return [...new Set(organisations)].map((organisation) =>
    'year' in data
      ? { kind: 'entries-of-year', organisation, year: data.year }
      : { kind: 'entries', organisation },
  );
}

/** What questions are about, besides when it was entered. */
const SUBJECTS: ByType<readonly FactsSubject[]> = {
  OrganisationEstablished: ({ data }) => organisations(data.organisation, data.parent),
  OrganisationDissolved: ({ data }) => organisations(data.organisation, data.parent),
  OrganisationMerged: ({ data }) => organisations(data.organisation, data.parent, data.into),
  OrganisationTypeChanged: ofOrganisation,
  OrganisationSplit: ofOrganisation,
  OrganisationReparented: ({ data }) => organisations(data.organisation, data.from, data.to),
  SecretaryAppointed: ofOrganisation,
  MembershipTotalsReported: ofOrganisation,
  FrameworkPublished: ({ data: { framework: id, version } }) => [
    { kind: 'framework', framework: { id, version } },
  ],
  MemberAdmitted: ofMember,
  MemberMadeOfficial: ofMember,
  MemberExempted: ofMember,
  MemberSuspended: ofMember,
  MemberResumed: ofMember,
  MemberTransferred: ofMember,
  MemberLeft: ofMember,
  GrievanceOpened: ofGrievance,
  GrievanceFlagged: ofGrievance,
  GrievanceResolved: ofGrievance,
  PledgeRegistered: (event) =>
    event.data.member === undefined ? [...ofFramework(event), ...ofYear(event)] : ofPledge(event),
  PledgeSigned: ofPledge,
  PledgeWithdrawn: ofPledge,
  MeetingScheduled: ofMeeting,
  MinutesAdopted: ofMeeting,
  VoteTaken: ofMeeting,
  MeetingScoreVoted: ofMeeting,
  PreparatoryMeetingHeld: ofMeeting,
  MeetingScoreProposed: ofMeeting,
  MeetingHeld: ofMeetingAndMeetings,
  MeetingScoreConfirmed: ofMeetingAndMeetings,
  MeetingCancelled: ofMeetingAndMeetings,
  CaseOpened: (event) => [...ofCaseAndCases(event), alikeOf(event.data)],
  SignalReceived: ofCaseAndCases,
  InspectionOpened: ofCase,
  ExplanationSubmitted: ofCase,
  ConclusionReached: ofCase,
  DisciplineProposed: ofCase,
  DisciplineDecided: ofCaseAndDisciplines,
  DisciplineAnnounced: ofCase,
  ComplaintFiled: ofCase,
  ComplaintResolved: ofCase,
  RemediationPlanFiled: ofCase,
  RemediationCompleted: ofCase,
  DisciplineExpired: ofCase,
  CaseClosed: ofCase,
  AnnouncementOverdue: ofCase,
  RecognitionGranted: ofOrganisationAndYear,
  RecognitionRefused: ofOrganisationAndYear,
  RecognitionRevoked: ofOrganisationAndYear,
  OrganisationRatingDecided: ofOrganisationAndYear,
  RatingRevised: (event) => [...ofOrganisation(event), ...ofRating(event)],
  TargetAssigned: ofTargets,
  TargetProgressReported: ofTargets,
  TargetResultConfirmed: ofTargets,
  InspectionPlanAdopted: ofTargets,
  InspectionPlanItemDone: ofTargets,
  DocumentsPosted: ofMeeting,
  ResolutionAdopted: ofMeetingAndMeetings,
  MeetingMissed: (event) => [...ofMeetings(event), ...ofYear(event)],
  PeriodClosed: (event) => [...ofMeetings(event), ...ofYear(event)],
  PublicationOverdue: ofYear,
  MemberRatingProposed: ofRating,
  MemberRatingDecided: ofRating,
  OrganisationRatingProposed: ofYear,
  RatingReopened: ofRating,
  AssessmentOpened: (event) => [...ofFramework(event), ...ofYear(event)],
  SelfAssessmentSubmitted: ofYear,
  SelfAssessmentVoted: ofYear,
  AppraisalRecorded: (event) => [
    ...ofYear(event),
    { kind: 'appraisals', organisation: event.data.organisation },
  ],
  RecognitionProposed: ofYear,
  RecognitionPublished: ofYear,
  RecognitionReviewRequired: ofYear,
  RecognitionUpheld: ofYear,
  RecognitionCorrected: ofYear,
};

/** Under which cases about the same are kept together. */
export function alikeOf({
  organisation,
  member,
  occurredOn,
  prohibitedThing = 0,
}: FactOfType<'CaseOpened'>['data']): Extract<FactsSubject, { readonly kind: 'alike' }> {
  return { kind: 'alike', whose: member ?? organisation, occurredOn, thing: prohibitedThing };
}

interface About<Data> {
  readonly data: Data;
}

function ofMeeting({ data: { meeting } }: About<{ readonly meeting: MeetingId }>): FactsSubject[] {
  return [{ kind: 'meeting', meeting }];
}

function ofCase({ data }: About<{ readonly case: CaseId }>): FactsSubject[] {
  return [{ kind: 'case', case: data.case }];
}

function ofGrievance({
  data: { grievance },
}: About<{ readonly grievance: GrievanceId }>): FactsSubject[] {
  return [{ kind: 'grievance', grievance }];
}

/** Of the member, and of the organisations in which there are other members from then on. */
function ofMember({
  data,
  metadata: { effectiveAt },
}: FactOfType<
  | 'MemberAdmitted'
  | 'MemberMadeOfficial'
  | 'MemberExempted'
  | 'MemberSuspended'
  | 'MemberResumed'
  | 'MemberTransferred'
  | 'MemberLeft'
>): FactsSubject[] {
  const year = Number(localDateOf(effectiveAt).slice(0, 4));
  const organisations = 'organisation' in data ? [data.organisation] : [data.from, data.to];
  return [
    { kind: 'member', member: data.member },
    ...[...new Set(organisations)].map(
      (organisation) => ({ kind: 'headcount', organisation, year }) as const,
    ),
  ];
}

type OfOrganisation = About<{ readonly organisation: OrganisationId }>;

function ofOrganisation({ data: { organisation } }: OfOrganisation): FactsSubject[] {
  return [{ kind: 'organisation', organisation }];
}

type OfYear = About<{ readonly organisation: OrganisationId; readonly year: number }>;

function ofYear({ data: { organisation, year } }: OfYear): FactsSubject[] {
  return [{ kind: 'year', organisation, year }];
}

function ofMeetings({ data: { organisation, year } }: OfYear): FactsSubject[] {
  return [{ kind: 'meetings', organisation, year }];
}

/** The organisation's own, or a member's. */
function ofPledge(event: OfYear & About<{ readonly member?: MemberId }>): FactsSubject[] {
  const { member } = event.data;
  return member === undefined ? ofYear(event) : [{ kind: 'member', member }];
}

function ofTargets({ data: { organisation, year } }: OfYear): FactsSubject[] {
  return [{ kind: 'targets', organisation, year }];
}

function ofRating({
  data: { organisation, year, member },
}: OfYear & About<{ readonly member?: MemberId }>): FactsSubject[] {
  const organisationYear = { organisation, year };
  return member === undefined
    ? [{ kind: 'year', ...organisationYear }]
    : [
        { kind: 'rating', ...organisationYear, member },
        { kind: 'ratings', ...organisationYear },
        { kind: 'ratings-of-member', member, year },
      ];
}

function ofFramework({ data: { organisation, year } }: OfYear): FactsSubject[] {
  return [
    { kind: 'framework-of-year', organisation, year },
    { kind: 'frameworks-of-years', organisation },
  ];
}

function ofMeetingAndMeetings(
  event: OfYear & About<{ readonly meeting: MeetingId }>,
): FactsSubject[] {
  return [...ofMeeting(event), ...ofMeetings(event)];
}

type OfCase = OfOrganisation & About<{ readonly case: CaseId }>;

function ofCaseAndCases(event: OfCase): FactsSubject[] {
  return [...ofCase(event), { kind: 'cases', organisation: event.data.organisation }];
}

function ofCaseAndDisciplines(event: OfCase): FactsSubject[] {
  return [...ofCase(event), { kind: 'disciplines', organisation: event.data.organisation }];
}

function ofOrganisationAndYear(event: OfYear): FactsSubject[] {
  return [...ofOrganisation(event), ...ofYear(event)];
}

function organisations(...ids: readonly (OrganisationId | undefined)[]): FactsSubject[] {
  const named = new Set(ids.filter((id) => id !== undefined));
  return [...named].map((organisation) => ({ kind: 'organisation', organisation }));
}
