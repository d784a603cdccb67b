import { pledgedCell } from '../testing/recognised-cell';
import { mutationOf, startTestApi, withCommon } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

const SECRETARY = { id: 'm00001', role: 'SECRETARY', organisation: 'cell' } as const;
const SCALE = {
  groups: [{ code: 'CONDUCT', maxPoints: 100 }],
  bands: [
    { level: 'TOT', min: 90 },
    { level: 'KEM', min: 0 },
  ],
  validity: { minimumMinutes: 90, documentsDaysBefore: 1 },
};

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: object }[];
}

describe('An inspector', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi({ now: () => new Date('2024-04-01T08:00:00+07:00') });
    await pledgedCell(api, { meetingScale: SCALE });
    await hold('long', '2024-03-04', '20:45:00');
    await hold('short', '2024-03-11', '19:30:00');
    const onBehalfOf = { ...SECRETARY, id: 'm00002' };
    const minutes = { meeting: 'long', onBehalfOf, effectiveAt: '2024-03-05T08:00:00+07:00' };
    await give('adoptMinutes', minutes);
    await give('proposeMeetingScore', {
      meeting: 'long',
      scores: [{ group: 'CONDUCT', points: '92' }],
      effectiveAt: '2024-03-06T08:00:00+07:00',
    });
    await api.record('confirmMeetingScore', {
      meeting: 'long',
      effectiveAt: '2024-03-06T09:00:00+07:00',
    });
    await api.settle();
  });

  afterAll(() => api.stop());

  function hold(meeting: string, date: string, until: string): Promise<void> {
    return give('holdMeeting', {
      meeting,
      organisation: 'cell',
      kind: 'REGULAR',
      startsAt: `${date}T19:00:00+07:00`,
      endsAt: `${date}T${until}+07:00`,
      effectiveAt: `${date}T${until}+07:00`,
      attendance: { expected: 9, present: 9, excused: [], unexcused: [], specialDuty: [] },
      superiorAttended: false,
      previousResolutionReviewed: true,
    });
  }

  async function give(mutation: string, input: object): Promise<void> {
    const authorization = `Bearer ${await api.tokens.issue(SECRETARY, '1h')}`;
    const given = { input: withCommon(input) };
    const { errors } = await api.ask(mutationOf(mutation), given, { authorization });
    expect(errors).toEqual([]);
  }

  async function nodesOf(query: string): Promise<readonly object[]> {
    const { data, errors } = await api.ask(query);
    expect(errors).toEqual([]);
    return (Object.values(data ?? {})[0] as Page).edges.map(({ node }) => node);
  }

  it('reads of each meeting what it is worth, and why it does not count', async () => {
    expect(
      await nodesOf(`{ meetings(organisation: "cell", year: 2024) { edges { node {
        id totalPoints level valid invalidBecause } } } }`),
    ).toEqual([
      {
        id: 'long',
        totalPoints: '92',
        level: 'TOT',
        valid: false,
        invalidBecause: ['DOCUMENTS_MISSING'],
      },
      {
        id: 'short',
        totalPoints: null,
        level: null,
        valid: false,
        invalidBecause: ['TOO_SHORT', 'DOCUMENTS_MISSING'],
      },
    ]);
  });

  const history = (filter: string, more = '') =>
    `{ history(filter: { organisation: "cell", ${filter} }, first: 20 ${more}) { edges { cursor node { type } } } }`;

  it('asks who entered what on whose behalf, and what the one recorded who benefits', async () => {
    expect(await nodesOf(history('onBehalfOf: "m00002"'))).toEqual([{ type: 'MinutesAdopted' }]);
    expect(await nodesOf(history('byBeneficiary: true'))).toEqual([
      { type: 'MeetingHeld' },
      { type: 'MeetingHeld' },
      { type: 'MinutesAdopted' },
      { type: 'MeetingScoreProposed' },
    ]);
    expect(await nodesOf(history('byBeneficiary: false'))).toContainEqual({
      type: 'MeetingScoreConfirmed',
    });
    expect(await nodesOf(history('imported: true'))).toEqual([]);
    expect(await nodesOf(history('imported: false'))).not.toEqual([]);
  });

  it('goes on from a place in the history with another filter', async () => {
    const { data } = await api.ask(history('types: [MeetingHeld]'));
    const [first] = (data as { history: Page }).history.edges;
    const after = `, after: "${first?.cursor ?? ''}"`;
    expect(await nodesOf(history('byBeneficiary: true', after))).toEqual([
      { type: 'MeetingHeld' },
      { type: 'MinutesAdopted' },
      { type: 'MeetingScoreProposed' },
    ]);
  });

  it('sees a month whose meetings do not count, and that it is met once one does', async () => {
    const owed = (filter = '') =>
      nodesOf(`{ obligations(from: "2024-03-01", to: "2024-03-31", kind: REGULAR_MEETING ${filter}) {
        edges { node { period state fulfilledBy { type } heldInvalid { type } } } } }`);
    const held = { type: 'MeetingHeld' };
    const invalid = {
      period: 3,
      state: 'HELD_INVALID',
      fulfilledBy: [],
      heldInvalid: [held, held],
    };
    expect(await owed()).toEqual([invalid]);
    expect(await owed('state: HELD_INVALID')).toEqual([invalid]);
    expect(await owed('state: FULFILLED')).toEqual([]);

    await give('postDocuments', { meeting: 'long', effectiveAt: '2024-03-01T08:00:00+07:00' });
    await api.settle();
    expect(await owed('state: FULFILLED')).toEqual([
      { period: 3, state: 'FULFILLED', fulfilledBy: [held], heldInvalid: [held] },
    ]);
    expect(await owed('state: HELD_INVALID')).toEqual([]);
  });

  it('asks for the pledges of all under an organisation', async () => {
    const pledges = (args: string) =>
      nodesOf(`{ pledges(${args}) { edges { node { organisation { id } year } } } }`);
    const pledged = [{ organisation: { id: 'cell' }, year: 2024 }];
    expect(await pledges('under: "district"')).toEqual(pledged);
    expect(await pledges('under: "district", campaign: "campaign"')).toEqual(pledged);
    expect(await pledges('under: "none", campaign: "campaign"')).toEqual([]);
  });

  it('asks for findings of a state, a case or a member', async () => {
    const day = '2024-03-01';
    for (const member of ['m00011', 'm00012']) {
      const admitted = { member, organisation: 'cell', effectiveAt: '2024-01-01T08:00:00+07:00' };
      await api.record('admitMember', admitted);
      for (const copy of ['first', 'again']) {
        await api.record('openCase', {
          case: `${member}-${copy}`,
          organisation: 'cell',
          member,
          occurredOn: day,
          prohibitedThing: 3,
          effectiveAt: '2024-03-02T08:00:00+07:00',
        });
      }
    }
    await api.record('closeCase', {
      case: 'm00012-again',
      duplicateOf: 'm00012-first',
      effectiveAt: '2024-03-03T08:00:00+07:00',
    });
    await api.settle();
    const alike = (args: string) =>
      nodesOf(`{ findings(kind: CASES_ALIKE ${args}) { edges { node { member } } } }`);
    const open = { member: 'm00011' };
    expect(await alike('')).toContainEqual(open);
    expect(await alike('')).not.toContainEqual({ member: 'm00012' });
    expect(await alike(', member: "m00011"')).toContainEqual(open);
    expect(await alike(', member: "m00012"')).toEqual([]);
    expect(await alike(', member: "m00012", state: SETTLED')).toContainEqual({ member: 'm00012' });
    expect(await alike(', member: "m00011", state: SETTLED')).toEqual([]);
    const ofCase = [
      ...(await alike(', case: "m00011-first"')),
      ...(await alike(', case: "m00011-again"')),
    ];
    expect(ofCase).toContainEqual(open);
    expect(await alike(', case: "m00012-first"')).toEqual([]);
  });
});
