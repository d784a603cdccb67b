import fc from 'fast-check';
import { GRIEVANCE_FLAGS, LEAVING_CAUSES, RATING_LEVELS, SIGNAL_SOURCES } from '#vocabulary';
import type { LocalDate, OrganisationId } from '#vocabulary';
import type { DomainEvent } from '#domain';
import type { ToRecord } from '#projection-engine/testing';
import { frameworkOfEverything } from './framework';
import { admitted, established, on, published } from './world';

/** What may happen next; how it comes about is worked out from what is there when it does. */
interface Move {
  readonly what: keyof typeof MOVES;
  readonly date: LocalDate;
  readonly who: number;
  readonly other: number;
  readonly year: number;
  readonly choice: number;
}

const COMMITTEES = ['C1', 'C2', 'B'] as const;
const CELLS = ['K1', 'K2', 'K3', 'K4', 'K5'] as const;
const ORGANISATIONS = ['S', ...COMMITTEES, ...CELLS] as const;
const MEMBERS = Array.from({ length: 12 }, (_, index) => `m${String(index + 1).padStart(5, '0')}`);

const FOUNDATION: readonly ToRecord[] = [
  published(frameworkOfEverything('year-end')),
  published(
    frameworkOfEverything('midsummer', { censusDate: '06-30', selfDetectedExempts: false }),
  ),
  established('S', undefined, 'SUPERIOR_COMMITTEE'),
  established('C1', 'S', 'GRASSROOTS_COMMITTEE'),
  established('C2', 'S', 'GRASSROOTS_COMMITTEE'),
  established('B', 'C1', 'SECTIONAL_COMMITTEE'),
  established('K1', 'C1'),
  established('K2', 'C1'),
  established('K3', 'B'),
  established('K4', 'C2'),
  established('K5', 'C2'),
  ...MEMBERS.map((member, index) => admitted(member, pick(CELLS, index))),
];

/** Of the facts of a history, how many are its foundation: later ones rest on them. */
export const FOUNDATION_LENGTH = FOUNDATION.length;

/** As much of the world as is needed to go on plausibly. */
class World {
  readonly parents = new Map<OrganisationId, OrganisationId>([
    ['C1', 'S'],
    ['C2', 'S'],
    ['B', 'C1'],
    ['K1', 'C1'],
    ['K2', 'C1'],
    ['K3', 'B'],
    ['K4', 'C2'],
    ['K5', 'C2'],
  ]);
  readonly ended = new Set<OrganisationId>();
  readonly places = new Map<string, OrganisationId>(
    MEMBERS.map((member, index) => [member, pick(CELLS, index)]),
  );
  readonly begun = new Set<string>();

  after(move: Move): readonly ToRecord[] {
    return MOVES[move.what](move, this).map((fact) => on(move.date, fact));
  }

  /** Once only: whether the thing has not been begun before. */
  begins(thing: string): boolean {
    const isNew = !this.begun.has(thing);
    this.begun.add(thing);
    return isNew;
  }
}

type Moves = Readonly<Record<string, (move: Move, world: World) => readonly DomainEvent[]>>;

function pick<Value>(values: readonly Value[], index: number): Value {
  const value = values[index % values.length];
  if (value === undefined) throw new RangeError('Nothing to pick from');
  return value;
}

const MOVES = {
  official: ({ who }, { places }) => {
    const member = pick(MEMBERS, who);
    const organisation = places.get(member) ?? 'K1';
    return [
      { type: 'MemberMadeOfficial', data: { member, organisation, officialOn: '2024-01-01' } },
    ];
  },
  transfer: ({ who, other }, { places }) => {
    const member = pick(MEMBERS, who);
    const from = places.get(member) ?? 'K1';
    const to = pick(CELLS, other);
    if (from === to) return [];
    places.set(member, to);
    return [{ type: 'MemberTransferred', data: { member, from, to } }];
  },
  status: ({ who, choice }, { places }) => {
    const member = pick(MEMBERS, who);
    const data = { member, organisation: places.get(member) ?? 'K1' };
    const type = pick(['MemberExempted', 'MemberSuspended', 'MemberResumed'] as const, choice);
    return [{ type, data }];
  },
  leave: ({ who, choice }, { places }) => {
    if (choice > 10) return [];
    const member = pick(MEMBERS, who);
    const cause = pick(LEAVING_CAUSES, choice);
    return [
      { type: 'MemberLeft', data: { member, organisation: places.get(member) ?? 'K1', cause } },
    ];
  },
  rateMember: ({ who, year, choice }) => {
    const data = {
      member: pick(MEMBERS, who),
      organisation: pick(CELLS, who % MEMBERS.length),
      year,
      level: pick(RATING_LEVELS, choice),
      decidedBy: 'C1',
    };
    return [{ type: choice % 3 === 0 ? 'RatingRevised' : 'MemberRatingDecided', data }];
  },
  rateOrganisation: ({ who, year, choice }) => {
    const organisation = pick(ORGANISATIONS, who);
    const data = { organisation, year, level: pick(RATING_LEVELS, choice), decidedBy: 'S' };
    return [{ type: choice % 3 === 0 ? 'RatingRevised' : 'OrganisationRatingDecided', data }];
  },
  memberPledge: ({ who, year, choice }) => {
    const data = {
      campaign: 'c',
      year,
      organisation: pick(CELLS, who),
      member: pick(MEMBERS, who),
    };
    const framework = { id: 'year-end', version: 1 };
    return choice % 4 === 0
      ? [{ type: 'PledgeWithdrawn', data }]
      : [{ type: 'PledgeSigned', data: { ...data, framework } }];
  },
  pledge: ({ who, year, other }, world) => {
    const organisation = pick(ORGANISATIONS, who);
    if (!world.begins(`pledge ${organisation} ${year}`)) return [];
    const framework = { id: pick(['year-end', 'midsummer'], other), version: 1 };
    const data = { campaign: 'c', year, organisation, framework };
    return [
      { type: 'PledgeRegistered', data: { ...data, items: [], campaignRoot: 'S' } },
      { type: 'PledgeSigned', data },
    ];
  },
  withdraw: ({ who, year }, world) => {
    const organisation = pick(ORGANISATIONS, who);
    if (!world.begun.delete(`pledge ${organisation} ${year}`)) return [];
    return [{ type: 'PledgeWithdrawn', data: { campaign: 'c', year, organisation } }];
  },
  target: ({ who, year, choice }) => {
    const of = { organisation: pick(ORGANISATIONS, who), year, code: pick(['t1', 't2'], choice) };
    const achieved = String(choice);
    return choice % 2 === 0
      ? [
          {
            type: 'TargetAssigned',
            data: { ...of, title: '', unit: 'ha', assigned: '20', direction: 'AT_LEAST' },
          },
        ]
      : [{ type: 'TargetResultConfirmed', data: { ...of, achieved } }];
  },
  plan: ({ who, year, choice }) => {
    const of = { organisation: pick(CELLS, who), year };
    return choice % 2 === 0
      ? [{ type: 'InspectionPlanAdopted', data: { ...of, items: [{ code: 'i1', title: '' }] } }]
      : [{ type: 'InspectionPlanItemDone', data: { ...of, item: 'i1' } }];
  },
  meeting: ({ who, year, other, choice }, world) => {
    const organisation = pick(CELLS, who);
    const month = String((other % 12) + 1).padStart(2, '0');
    const meeting = `${organisation}-${year}-${month}`;
    if (!world.begins(meeting)) return [];
    const of = { meeting, organisation, year };
    return [
      { type: 'DocumentsPosted', data: { ...of, postedAt: `${year}-${month}-01T08:00:00+07:00` } },
      ...(choice % 3 === 0 ? [] : ([{ type: 'PreparatoryMeetingHeld', data: of }] as const)),
      {
        type: 'MeetingHeld',
        data: {
          ...of,
          kind: pick(['REGULAR', 'THEMATIC', 'COMBINED'] as const, choice),
          startsAt: `${year}-${month}-05T08:00:00+07:00`,
          endsAt: `${year}-${month}-05T10:00:00+07:00`,
          attendance: { expected: 5, present: 4, excused: [], unexcused: [], specialDuty: [] },
          superiorAttended: true,
          previousResolutionReviewed: true,
        },
      },
      {
        type: 'MeetingScoreConfirmed',
        data: { ...of, scores: { ATTENDANCE: String(60 + (choice % 40)) }, confirmedBy: 'd' },
      },
    ];
  },
  missed: ({ who, year, other, choice }) => [
    {
      type: 'MeetingMissed',
      data:
        choice % 2 === 0
          ? { organisation: pick(CELLS, who), year, period: 'MONTH', month: (other % 12) + 1 }
          : { organisation: pick(CELLS, who), year, period: 'QUARTER', quarter: (other % 4) + 1 },
    },
  ],
  close: ({ who, year }) => [
    { type: 'PeriodClosed', data: { organisation: pick(ORGANISATIONS, who), year } },
  ],
  assess: ({ who, year, choice }) => {
    const of = { organisation: pick(ORGANISATIONS, who), year };
    const framework = { id: pick(['year-end', 'midsummer'], choice), version: 1 };
    return [{ type: 'AssessmentOpened', data: { ...of, campaign: 'c', framework } }];
  },
  recognise: ({ who, year, choice }) => {
    const of = { organisation: pick(ORGANISATIONS, who), year };
    switch (choice % 5) {
      case 0:
        return [{ type: 'RecognitionRefused', data: { ...of, number: '1-QĐ/ĐU', decidedBy: 'S' } }];
      case 1:
        return [{ type: 'RecognitionRevoked', data: { ...of, decidedBy: 'S' } }];
      case 2:
        return [{ type: 'RecognitionReviewRequired', data: { ...of, causes: [] } }];
      default:
        return [{ type: 'RecognitionGranted', data: { ...of, number: '1-QĐ/ĐU', decidedBy: 'S' } }];
    }
  },
  grievance: ({ who, other, choice }, world) => {
    const organisation = pick(ORGANISATIONS, who);
    const data = { grievance: `g-${organisation}-${other % 2}`, organisation };
    const flag = pick(GRIEVANCE_FLAGS, choice);
    if (world.begins(data.grievance)) return [{ type: 'GrievanceOpened', data }];
    return choice % 3 === 0
      ? [{ type: 'GrievanceResolved', data }]
      : [{ type: 'GrievanceFlagged', data: { ...data, flag } }];
  },
  violation: ({ who, other, year, choice }, world) => {
    const organisation = pick(ORGANISATIONS, who);
    const of = { case: `v-${organisation}-${other % 2}`, organisation };
    if (world.begins(of.case)) {
      const data = { ...of, occurredOn: `${year}-04-01`, prohibitedThing: 3 };
      return [{ type: 'CaseOpened', data }];
    }
    switch (choice % 4) {
      case 0:
        return [
          {
            type: 'ConclusionReached',
            data: { ...of, confirmed: choice % 3 !== 0, remediationRequired: choice % 2 === 0 },
          },
        ];
      case 1:
        return [{ type: 'RemediationCompleted', data: of }];
      default:
        return [{ type: 'SignalReceived', data: { ...of, source: pick(SIGNAL_SOURCES, choice) } }];
    }
  },
  reparent: ({ who, other }, { parents, ended }) => {
    const organisation = pick(['B', ...CELLS], who);
    const from = parents.get(organisation) ?? 'S';
    const to = pick(organisation === 'B' ? ['C1', 'C2'] : COMMITTEES, other);
    if (from === to || ended.has(organisation) || ended.has(to)) return [];
    parents.set(organisation, to);
    return [{ type: 'OrganisationReparented', data: { organisation, from, to } }];
  },
  reverse: ({ choice }, { parents, ended }) => {
    const below = parents.get('C2') === 'C1';
    if (choice > 20 || ended.has('C1') || ended.has('C2')) return [];
    parents.set('C1', below ? 'C2' : 'S');
    parents.set('C2', below ? 'S' : 'C1');
    const move = (organisation: string, from: string, to: string): DomainEvent => ({
      type: 'OrganisationReparented',
      data: { organisation, from, to },
    });
    return below
      ? [move('C2', 'C1', 'S'), move('C1', 'S', 'C2')]
      : [move('C1', parents.get('C1') ?? 'S', 'S'), move('C2', 'S', 'C1')];
  },
  end: ({ who, other, choice }, { parents, ended }) => {
    const organisation = pick(['B', ...CELLS], who);
    if (choice > 12 || ended.has(organisation)) return [];
    ended.add(organisation);
    const parent = parents.get(organisation) ?? 'S';
    // Into one that goes on, and that is not itself or below: the domain refuses any other.
    const into = organisation === 'B' ? pick(['C1', 'C2'], other) : 'K1';
    const isDissolved = choice % 2 === 0 || organisation === into || ended.has(into);
    return isDissolved
      ? [{ type: 'OrganisationDissolved', data: { organisation, parent } }]
      : [{ type: 'OrganisationMerged', data: { organisation, parent, into } }];
  },
  retype: ({ who, choice }) => [
    {
      type: 'OrganisationTypeChanged',
      data: {
        organisation: pick(CELLS, who),
        organisationType: pick(['school', 'office'], choice),
        kind: pick(['SUBORDINATE_CELL', 'GRASSROOTS_CELL'] as const, choice),
      },
    },
  ],
} satisfies Moves;

/** One superior, two committees with a sectional one between, five cells, twelve members, two years. */
export const anyHistory: fc.Arbitrary<readonly ToRecord[]> = fc
  .array(
    fc.record({
      what: fc.constantFrom(...(Object.keys(MOVES) as Move['what'][])),
      date: fc
        .integer({ min: Date.parse('2023-12-01'), max: Date.parse('2025-12-31') })
        .map((time) => new Date(time).toISOString().slice(0, 10)),
      who: fc.nat(59),
      other: fc.nat(59),
      year: fc.constantFrom(2024, 2025),
      choice: fc.nat(59),
    }),
    { minLength: 30, maxLength: 140, size: 'max' },
  )
  .map((moves) => {
    const world = new World();
    return [...FOUNDATION, ...moves.flatMap((move) => world.after(move))];
  });
