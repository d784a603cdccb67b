import type { CaseId, MeetingId, MemberId, OrganisationId } from '#vocabulary';
import type { ByType, FactOfType } from '#projection-engine';
import type { FactsSubject } from './keys';

/** Of whom or what an event is kept, told from the event alone; the others no question is about. */
export const SUBJECTS: ByType<readonly FactsSubject[]> = {
  OrganisationEstablished: ({ data }) => organisations(data.organisation, data.parent),
  OrganisationDissolved: ({ data }) => organisations(data.organisation, data.parent),
  OrganisationMerged: ({ data }) => organisations(data.organisation, data.parent),
  OrganisationReparented: ({ data }) => organisations(data.organisation, data.from, data.to),
  SecretaryAppointed: ofOrganisation,
  MembershipTotalsReported: ofOrganisation,
  FrameworkPublished: ({ data: { framework: id, version } }) => [
    { kind: 'framework', framework: { id, version } },
  ],
  PledgeRegistered: (event) => (event.data.member === undefined ? ofFramework(event) : []),
  PreparatoryMeetingHeld: ofMeeting,
  MeetingScoreProposed: ofMeeting,
  MeetingHeld: ofMeetingAndMeetings,
  MeetingScoreConfirmed: ofMeetingAndMeetings,
  MeetingCancelled: ofMeetingAndMeetings,
  CaseOpened: (event) => [...ofCaseAndCases(event), alikeOf(event.data)],
  SignalReceived: ofCaseAndCases,
  InspectionOpened: ofCase,
  ConclusionReached: ofCase,
  DisciplineDecided: ofCaseAndDisciplines,
  DisciplineAnnounced: ofCase,
  ComplaintFiled: ofCase,
  ComplaintResolved: ofCase,
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
  TargetResultConfirmed: ofTargets,
  DocumentsPosted: ofMeeting,
  ResolutionAdopted: ofMeetingAndMeetings,
  MeetingMissed: ofMeetings,
  PeriodClosed: ofMeetings,
  PublicationOverdue: ofYear,
  MemberRatingProposed: ofRating,
  MemberRatingDecided: ofRating,
  OrganisationRatingProposed: ofYear,
  RatingReopened: ofRating,
  AssessmentOpened: (event) => [...ofFramework(event), ...ofYear(event)],
  SelfAssessmentSubmitted: ofYear,
  AppraisalRecorded: ofYear,
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
  return [{ kind: 'framework-of-year', organisation, year }];
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
