import fc from 'fast-check';
import type { DomainCommand } from '../registry';
import {
  DISCIPLINE_FORMS,
  GRIEVANCE_FLAGS,
  MEETING_KINDS,
  ORGANISATION_KINDS,
  RATING_LEVELS,
  SIGNAL_SOURCES,
  TARGET_DIRECTIONS,
  COMPLAINT_OUTCOMES,
  LEAVING_CAUSES,
} from '#vocabulary';
import { someFramework } from './frameworks';

type Arbitraries = {
  readonly [Type in DomainCommand['type']]: fc.Arbitrary<
    Omit<Extract<DomainCommand, { readonly type: Type }>, 'type'>
  >;
};

/** So few things that commands often meet: most of the interest is in what comes before what. */
const one = <Value>(...values: readonly [Value, ...Value[]]) => fc.constantFrom(...values);
const organisation = one('k1', 'k2', 'c1');
const above = one('c1', 'superior');
const cell = one('k1', 'k2');
const member = one('m00001', 'm00002');
const year = one(2024);
const text = one('one', 'two', '');
const count = one(0, 1, 2, -1);
const decimal = one('1', '10.5', '20', '1e3');
const date = one('2024-02-01', '2030-02-01');
const instant = one('2024-03-01T08:00:00+07:00', '2024-03-01T10:00:00+07:00');
const maybe = fc.boolean();

const none = fc.constant({});
const ofOrganisation = fc.record({ organisation });
const ofMember = fc.record({ member });
const version = fc.record({ framework: one('frame', 'local'), version: one(1, 2) });
const ofCampaign = fc.record({ campaign: one('campaign', 'other') });
const ofPledge = withAll(
  fc.record({ campaign: one('campaign', 'other'), year: one(2025), organisation: cell }),
  one(none, ofMember).chain((given) => given),
);
const ofMeeting = fc.record({ meeting: one('meeting1', 'meeting2', 'held') });
const ofGrievance = fc.record({ grievance: one('grievance1') });
const ofCase = fc.record({ case: one('case1', 'opened', 'confirmed', 'decided', 'announced') });
const ofYear = fc.record({ organisation: cell, year });
const decidedBy = fc.record({ decidedBy: above });
const ofRating = fc.record({ level: one(...RATING_LEVELS) });
const ofDecision = fc.record({ number: text, decidedBy: above });
const votes = fc.record({ votesFor: count, votesTotal: count });
const scores = fc.record({
  scores: fc.dictionary(one('PREPARATION', 'CONDUCT'), decimal, { maxKeys: 2 }),
});
const definition = fc.tuple(version, maybe).map(([{ framework, version: number }, extension]) => ({
  framework,
  version: number,
  definition: someFramework({
    id: framework,
    version: number,
    ...(extension ? { extends: { id: 'frame', version: 1 } } : {}),
  }),
}));

const ARBITRARIES: Arbitraries = {
  EstablishOrganisation: fc.record({
    organisation: one('k1', 'k3'),
    kind: one(...ORGANISATION_KINDS),
    name: text,
    organisationType: text,
    parent: above,
  }),
  RenameOrganisation: fc.record({ organisation, name: text }),
  ReparentOrganisation: fc.record({ organisation, to: one('k1', 'c1', 'superior') }),
  ChangeOrganisationType: fc.record({ organisation, organisationType: text }),
  MergeOrganisation: fc.record({ organisation, into: organisation }),
  SplitOrganisation: fc.record({ organisation, into: fc.array(organisation, { maxLength: 2 }) }),
  DissolveOrganisation: ofOrganisation,
  AppointSecretary: fc.record({ organisation, member }),
  AssignSuperiorDelegate: fc.record({ organisation, member }),
  ReportMembershipTotals: fc.record({
    organisation,
    official: count,
    probationary: count,
    total: count,
  }),

  AdmitMember: fc.record({ organisation, member: one('m00002', 'm00003') }),
  MakeMemberOfficial: ofMember,
  TransferMember: fc.record({ member, from: organisation, to: organisation }),
  ExemptMember: ofMember,
  SuspendMember: ofMember,
  ResumeMember: ofMember,
  RecordMemberLeft: fc.record({ member, cause: one(...LEAVING_CAUSES) }),
  LinkResidence: fc.record({ member, residenceOrganisation: organisation }),

  DraftFramework: definition,
  ExtendFramework: definition,
  PublishFramework: version,

  LaunchCampaign: fc.record({
    campaign: one('campaign', 'other', 'third'),
    framework: fc.record({ id: one('frame'), version: one(1, 2) }),
    root: above,
    fromYear: one(2023, 2024),
    toYear: one(2023, 2025),
  }),
  DesignatePilot: withAll(ofCampaign, ofOrganisation),
  RollOutCampaign: ofCampaign,
  CloseCampaign: ofCampaign,

  RegisterPledge: withAll(ofPledge, fc.record({ items: fc.array(text, { maxLength: 2 }) })),
  SignPledge: ofPledge,
  ReportPledgeItem: withAll(ofPledge, fc.record({ item: one(1, 2, 3), report: text, done: maybe })),
  WithdrawPledge: ofPledge,

  AssignTarget: withAll(
    ofYear,
    fc.record({
      code: one('T1', 'T2'),
      title: text,
      unit: one('%'),
      assigned: decimal,
      direction: one(...TARGET_DIRECTIONS),
    }),
  ),
  ReportTargetProgress: withAll(ofYear, fc.record({ code: one('T1', 'T2'), achieved: decimal })),
  ConfirmTargetResult: withAll(ofYear, fc.record({ code: one('T1', 'T2'), achieved: decimal })),
  AdoptInspectionPlan: withAll(
    ofYear,
    fc.record({
      items: fc.uniqueArray(fc.record({ code: one('P1', 'P2'), title: one('Inspection') }), {
        selector: (item) => item.code,
        maxLength: 2,
      }),
    }),
  ),
  CompleteInspectionPlanItem: withAll(ofYear, fc.record({ item: one('P1', 'P2') })),

  ScheduleMeeting: withAll(
    ofMeeting,
    fc.record({ organisation: cell, kind: one(...MEETING_KINDS), startsAt: instant }),
  ),
  PostDocuments: ofMeeting,
  HoldPreparatoryMeeting: ofMeeting,
  HoldMeeting: withAll(
    ofMeeting,
    fc.record({
      organisation: cell,
      kind: one(...MEETING_KINDS),
      startsAt: one('2024-03-01T08:00:00+07:00'),
      endsAt: instant,
      attendance: fc.record({
        expected: one(2, 3),
        present: one(1, 2),
        excused: fc.array(member, { maxLength: 1 }),
        unexcused: fc.constant([]),
        specialDuty: fc.constant([]),
      }),
      superiorAttended: maybe,
      previousResolutionReviewed: maybe,
    }),
  ),
  TakeVote: withAll(
    ofMeeting,
    fc.record({ subject: text, votesFor: count, votesAgainst: count, abstentions: count }),
  ),
  AdoptResolution: withAll(
    ofMeeting,
    fc.record({ resolution: one('resolution1', 'resolution2'), title: text }),
  ),
  AdoptMinutes: ofMeeting,
  ProposeMeetingScore: withAll(ofMeeting, scores),
  VoteMeetingScore: withAll(ofMeeting, votes),
  ConfirmMeetingScore: withAll(
    ofMeeting,
    one(fc.constant({}), scores).chain((given) => given),
  ),
  CancelMeeting: ofMeeting,

  OpenGrievance: withAll(
    ofGrievance,
    fc.record({ organisation: cell, flags: fc.subarray([...GRIEVANCE_FLAGS]) }),
  ),
  FlagGrievance: withAll(ofGrievance, fc.record({ flag: one(...GRIEVANCE_FLAGS) })),
  ResolveGrievance: ofGrievance,

  OpenCase: withAll(
    ofCase,
    fc.record({ organisation: cell, occurredOn: date }),
    one(none, fc.record({ member, prohibitedThing: one(1, 19, 20) })).chain((given) => given),
  ),
  ReceiveSignal: withAll(ofCase, fc.record({ source: one(...SIGNAL_SOURCES) })),
  OpenInspection: ofCase,
  SubmitExplanation: ofCase,
  ReachConclusion: withAll(ofCase, fc.record({ confirmed: maybe, remediationRequired: maybe })),
  ProposeDiscipline: withAll(ofCase, fc.record({ form: one(...DISCIPLINE_FORMS) })),
  DecideDiscipline: withAll(ofCase, decidedBy, fc.record({ form: one(...DISCIPLINE_FORMS) })),
  AnnounceDiscipline: ofCase,
  FileComplaint: ofCase,
  ResolveComplaint: withAll(
    ofCase,
    decidedBy,
    fc.record({ outcome: one(...COMPLAINT_OUTCOMES) }),
    one(none, fc.record({ form: one(...DISCIPLINE_FORMS) })).chain((given) => given),
  ),
  FileRemediationPlan: ofCase,
  CompleteRemediation: ofCase,
  ExpireDiscipline: ofCase,
  RestoreRights: ofCase,
  CloseCase: ofCase,

  OpenReview: ofYear,
  ProposeMemberRating: withAll(ofYear, ofMember, ofRating),
  DecideMemberRating: withAll(ofYear, ofMember, ofRating, decidedBy),
  ProposeOrganisationRating: withAll(ofYear, ofRating),
  DecideOrganisationRating: withAll(ofYear, ofRating, decidedBy),
  PublishRatings: ofYear,
  ReopenRating: withAll(
    ofYear,
    one(none, ofMember).chain((given) => given),
  ),
  ReviseRating: withAll(
    ofYear,
    ofRating,
    decidedBy,
    one(none, ofMember).chain((given) => given),
  ),

  OpenAssessment: ofYear,
  SubmitSelfAssessment: withAll(ofYear, fc.record({ scores: fc.constant([]) })),
  VoteSelfAssessment: withAll(ofYear, votes),
  RecordAppraisal: withAll(
    ofYear,
    fc.record({ conditions: fc.constant([{ condition: 'study', result: 'MET' as const }]) }),
  ),
  ProposeRecognition: ofYear,
  GrantRecognition: withAll(ofYear, ofDecision),
  RefuseRecognition: withAll(ofYear, ofDecision),
  PublishRecognition: ofYear,
  GrantReward: withAll(ofYear, fc.record({ reward: text, grantedBy: above })),
  RequireRecognitionReview: withAll(
    ofYear,
    fc.record({ causes: fc.subarray(['event1', 'event2']) }),
  ),
  UpholdRecognition: withAll(ofYear, decidedBy),
  CorrectRecognition: withAll(ofYear, decidedBy),
  RevokeRecognition: withAll(ofYear, decidedBy),

  RecordMissedMonth: withAll(ofYear, fc.record({ month: one(1, 2, 13) })),
  RecordMissedQuarter: withAll(ofYear, fc.record({ quarter: one(1, 2, 5) })),
  RecordPublicationOverdue: ofYear,
  RecordAnnouncementOverdue: withAll(ofYear, ofCase),
  ClosePeriod: ofYear,
};

/** Any command of these types, about the small world of `someTree`. */
export function arbitraryCommand(
  types: readonly DomainCommand['type'][],
): fc.Arbitrary<DomainCommand> {
  return fc.oneof(...types.map((type) => arbitraryOf(type)));
}

/** The table says which data goes with which type; TypeScript cannot follow that through `map`. */
function arbitraryOf(type: DomainCommand['type']): fc.Arbitrary<DomainCommand> {
  return ARBITRARIES[type].map((data) => ({ type, ...data }) as DomainCommand);
}

type Merged<Parts extends readonly object[]> = Parts extends readonly [
  infer First extends object,
  ...infer Rest extends readonly object[],
]
  ? First & Merged<Rest>
  : unknown;

/** Records put together, each drawn on its own. */
function withAll<Parts extends readonly object[]>(
  ...parts: { readonly [Index in keyof Parts]: fc.Arbitrary<Parts[Index]> }
): fc.Arbitrary<Merged<Parts>> {
  return fc
    .tuple<object[]>(...parts)
    .map((drawn) => drawn.reduce((all, part) => ({ ...all, ...part }), {}) as Merged<Parts>);
}
