import { pino } from 'pino';
import { KINDS_WITH_ROLE, ROLES } from '#vocabulary';
import type { Actor, Role } from '#vocabulary';
import { offerSample } from '../sample';
import { startTestApi, withCommon, mutationOf } from '../testing/test-api';
import type { Answer, TestApi } from '../testing/test-api';

/** After the sample, cell-3 is merged into cell-4: who is in cell-4 sees what cell-3 left. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  'cell-1': ['cell-1'],
  'cell-2': ['cell-2'],
  'cell-4': ['cell-4', 'cell-3'],
  ward: ['ward', 'cell-1', 'cell-2', 'cell-3', 'cell-4', 'cell-5', 'cell-6'],
};
const KIND = {
  'cell-1': 'SUBORDINATE_CELL',
  'cell-2': 'SUBORDINATE_CELL',
  'cell-4': 'SUBORDINATE_CELL',
  ward: 'GRASSROOTS_COMMITTEE',
} as const;

interface List {
  readonly name: string;
  readonly args: string;
  /** Of the list's nodes. */
  readonly fields?: string;
}

const LISTS: readonly List[] = [
  { name: 'cases', args: '', fields: 'id member' },
  { name: 'cases', args: 'state: CONCLUDED', fields: 'id' },
  { name: 'cases', args: 'member: "m012"', fields: 'id' },
  { name: 'findings', args: 'state: OPEN', fields: 'id kind member case' },
  { name: 'findings', args: 'state: OPEN, year: 2024, kind: ATTENDANCE_LOW', fields: 'id' },
  { name: 'findings', args: 'state: OPEN, year: 2024, under: "city"', fields: 'id' },
  { name: 'grievances', args: '', fields: 'id' },
  { name: 'meetings', args: 'year: 2024', fields: 'id level' },
  { name: 'meetings', args: 'organisation: "cell-2"', fields: 'id' },
  { name: 'pledges', args: 'campaign: "CAMPAIGN"', fields: 'member year' },
  { name: 'targets', args: 'year: 2024', fields: 'code' },
  { name: 'inspectionPlans', args: 'year: 2024', fields: 'year' },
  { name: 'obligations', args: 'from: "2024-01-01", to: "2025-12-31"', fields: 'kind dueOn' },
  { name: 'reviews', args: '', fields: 'year rating { level }' },
  { name: 'reviews', args: 'year: 2024, under: "ward"', fields: 'year' },
  { name: 'scorecards', args: 'year: 2024', fields: 'outcome' },
  { name: 'scorecards', args: 'year: 2024, outcome: NOT_ELIGIBLE', fields: 'year' },
  { name: 'scorecards', args: 'year: 2024, failedRule: "R-01"', fields: 'year' },
  { name: 'scorecards', args: 'year: 2024, orderBy: ORGANISATION_DESC', fields: 'year' },
];

interface Node {
  readonly organisation: { readonly id: string };
}

interface Page<N> {
  readonly edges: readonly { readonly node: N }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const CELL = { organisation: 'cell-1' };
const OF_ANOTHER_CELL = 'm010';
const NOW = '2025-06-01T08:00:00+07:00';

describe('What is read', () => {
  let api: TestApi;
  const tokens = new Map<string, string>();
  let campaign: string;

  beforeAll(async () => {
    api = await startTestApi({ now: () => new Date(NOW), processes: 'when settled' });
    await offerSample(api.service, pino({ level: 'silent' }));
    await api.record('mergeOrganisation', {
      organisation: 'cell-3',
      into: 'cell-4',
      effectiveAt: '2025-05-01T08:00:00+07:00',
      onBehalfOf: { id: 'm900', role: 'SUPERIOR_COMMITTEE', organisation: 'ward' },
    });
    await api.settle();
    const { data } = await api.ask('{ campaigns { edges { node { id } } } }');
    const { campaigns } = data as { readonly campaigns: Page<{ readonly id: string }> };
    campaign = campaigns.edges[0]?.node.id ?? '';
  });

  afterAll(() => api.stop());

  async function asked(who: Actor & { readonly role: Role }, query: string): Promise<Answer> {
    const key = `${who.role} ${who.organisation}`;
    const token = tokens.get(key) ?? (await api.tokens.issue(who, '1h'));
    tokens.set(key, token);
    return api.ask(query, {}, { authorization: `Bearer ${token}` });
  }

  const as = (role: Role, organisation: string) => ({ id: 'm00777', role, organisation });
  const OPERATOR = as('OPERATOR', 'installation');

  /** All pages of a list; each but the last one is full. */
  async function all<N = Node>(
    who: Actor & { readonly role: Role },
    { name, args, fields }: List,
  ): Promise<readonly N[]> {
    const given = args.replace('CAMPAIGN', campaign);
    const nodes: N[] = [];
    for (let after = ''; ;) {
      const { data, errors } = await asked(
        who,
        `{ ${name}(first: 20 ${after} ${given}) {
          edges { node { ${fields ?? 'organisation { id }'} } }
          pageInfo { hasNextPage endCursor } } }`,
      );
      expect(errors).toEqual([]);
      const page = data?.[name] as Page<N>;
      nodes.push(...page.edges.map(({ node }) => node));
      if (!page.pageInfo.hasNextPage) return nodes;
      expect(page.edges).toHaveLength(20);
      after = `after: "${page.pageInfo.endCursor ?? ''}"`;
    }
  }

  const known = new Map<string, Promise<readonly Node[]>>();

  function allThereIs(list: List): Promise<readonly Node[]> {
    const key = JSON.stringify(list);
    const nodes = known.get(key) ?? all(OPERATOR, list);
    known.set(key, nodes);
    return nodes;
  }

  const seeing = ROLES.filter((role) => role !== 'OPERATOR' && role !== 'INTEGRATOR');
  const places = Object.entries(KIND).flatMap(([organisation, kind]) =>
    seeing
      .filter((role) => KINDS_WITH_ROLE[role].some((one) => one === kind))
      .map((role) => [role, organisation] as const),
  );

  it.each(places)('by %s of %s is what an operator sees of its scope', async (role, place) => {
    for (const list of LISTS) {
      const withOwner = { ...list, fields: `organisation { id } ${list.fields ?? ''}` };
      const everything = await allThereIs(withOwner);
      const own = everything.filter(({ organisation }) =>
        (BELOW[place] ?? []).includes(organisation.id),
      );
      expect({ list, nodes: await all(as(role, place), withOwner) }).toEqual({ list, nodes: own });
    }
  });

  it('is nowhere near nothing, so that the comparison says something', async () => {
    for (const list of LISTS) {
      const withOwner = { ...list, fields: 'organisation { id }' };
      const owners = (await all(OPERATOR, withOwner)).map(({ organisation }) => organisation.id);
      expect({ list, some: owners.length > 0 || list.name === 'inspectionPlans' }).toEqual({
        list,
        some: true,
      });
    }
  });

  it.each(['cell-2', 'cell-4', 'ward'])(
    'of the history of %s is what lies in its scope, and the register',
    async (place) => {
      const history = (who: Actor & { readonly role: Role }, filter: string) =>
        all<{ readonly id: string; readonly data: Readonly<Record<string, unknown>> }>(who, {
          name: 'history',
          args: `filter: {${filter}}`,
          fields: 'id data',
        });
      const own = BELOW[place] ?? [];
      for (const filter of [
        '',
        'types: [MeetingHeld, SignalReceived]',
        'backdatedByAtLeastDays: 1',
        'organisation: "ward", includeBelow: true',
      ]) {
        const expected = (await history(OPERATOR, filter)).filter(({ data }) => {
          const named = ['organisation', 'from', 'to', 'into'].flatMap(
            (field) => data[field] ?? [],
          );
          return named.length === 0 || named.some((one) => own.includes(one as string));
        });
        expect(await history(as('AUDITOR', place), filter)).toEqual(expected);
        expect(expected.length).toBeGreaterThan(0);
      }
    },
  );

  describe('outside the scope', () => {
    const stranger = as('SECRETARY', 'cell-1');

    it.each([
      ['a scorecard', '{ one: scorecard(organisation: "cell-2", year: 2024) { outcome } }'],
      ['a member', '{ one: member(id: "m012") { status } }'],
    ])('%s does not exist', async (_, query) => {
      expect((await asked(OPERATOR, query)).data?.one).not.toBeNull();
      const { data, errors } = await asked(stranger, query);
      expect({ data, errors }).toEqual({ data: { one: null }, errors: [] });
    });

    it('an event does not exist', async () => {
      const [event] = await all<{ readonly id: string }>(OPERATOR, {
        name: 'history',
        args: 'filter: { case: "case-1" }',
        fields: 'id',
      });
      const query = `{ one: event(id: "${event?.id ?? ''}") { type } }`;
      expect((await asked(as('AUDITOR', 'cell-2'), query)).data?.one).toBeTruthy();
      expect((await asked(stranger, query)).data).toEqual({ one: null });
    });

    it('an organisation is in the register, without its secretary', async () => {
      const query = '{ organisation(id: "cell-2") { name secretary secretaries { value } } }';
      await api.record('appointSecretary', {
        organisation: 'cell-2',
        member: 'm012',
        effectiveAt: '2025-05-02T08:00:00+07:00',
        onBehalfOf: { id: 'm900', role: 'SUPERIOR_COMMITTEE', organisation: 'ward' },
      });
      await api.settle();
      const shown = (await asked(as('SECRETARY', 'cell-2'), query)).data;
      expect(shown).toMatchObject({ organisation: { secretary: 'm012' } });
      expect((await asked(stranger, query)).data).toEqual({
        organisation: { name: 'Chi bộ khóm 2', secretary: null, secretaries: [] },
      });
    });

    it('a recognition is public once it is published, without its assessment', async () => {
      const register = (who: Actor & { readonly role: Role }) =>
        all<Node & { readonly state: string; readonly events: readonly { type: string }[] }>(who, {
          name: 'recognitions',
          args: 'year: 2024',
          fields: 'organisation { id } state number framework { id } events { type }',
        });
      const published = (await register(as('SECRETARY', 'cell-6'))).filter(
        ({ organisation }) => organisation.id !== 'cell-6',
      );
      expect(published.map(({ organisation }) => organisation.id)).toEqual(['cell-1']);
      expect(published).toMatchObject([{ state: 'GRANTED', number: '1-QĐ/ĐU', framework: null }]);
      expect(published[0]?.events.map(({ type }) => type)).toEqual([
        'RecognitionGranted',
        'RecognitionPublished',
      ]);
      const inWard = (await register(as('AUDITOR', 'ward'))).map(
        ({ organisation }) => organisation.id,
      );
      expect(inWard).toContain('cell-2');
    });
  });

  describe('by a program that follows recognitions', () => {
    const program = as('INTEGRATOR', 'ward');

    it.each(['cases', 'findings(state: OPEN)', 'scorecards(year: 2024)', 'grievances'])(
      'is not %s',
      async (list) => {
        const { errors } = await asked(program, `{ ${list} { edges { cursor } } }`);
        expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
      },
    );

    it('is recognition events of the scope, and no person', async () => {
      const events = await all<Record<string, unknown>>(program, {
        name: 'history',
        args: 'filter: {}',
        fields: 'type actor { id } onBehalfOf { id } members cases data reason',
      });
      expect(new Set(events.map(({ type }) => type))).toEqual(
        new Set(['RecognitionGranted', 'RecognitionRefused', 'RecognitionPublished']),
      );
      for (const event of events) {
        expect(event).toMatchObject({
          actor: { id: 'hidden' },
          members: [],
          cases: [],
          reason: null,
        });
      }
    });
  });

  it.each(['actor: "m900"', 'onBehalfOf: "m900"', 'byBeneficiary: false', 'member: "m012"'])(
    'tells a program nothing of who acted, whom it asks for by %s',
    async (filter) => {
      const program = as('INTEGRATOR', 'ward');
      const args = `filter: { ${filter} }`;
      expect(await all(program, { name: 'history', args, fields: 'id' })).toEqual([]);
    },
  );

  it('by a role in an organisation that has ended is nothing', async () => {
    for (const list of ['scorecards(year: 2024)', 'history(filter: {})', 'organisations']) {
      const { errors } = await asked(as('SECRETARY', 'cell-3'), `{ ${list} { edges { cursor } } }`);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    }
  });

  it('has nothing behind it that the scope hides, and says how much', async () => {
    const query = `{ scorecard(organisation: "ward", year: 2024) {
      goods { conditions { evidenceCount hiddenEvidence evidence(first: 200, after: "0") { id } } } } }`;
    interface Shown {
      readonly scorecard: {
        readonly goods: readonly {
          readonly conditions: readonly {
            readonly evidenceCount: number;
            readonly hiddenEvidence: number;
            readonly evidence: readonly object[];
          }[];
        }[];
      };
    }
    const shown = (await asked(as('AUDITOR', 'ward'), query)).data as unknown as Shown;
    const whole = (await asked(OPERATOR, query)).data as unknown as Shown;
    expect(shown).toEqual(whole);
    for (const { conditions } of shown.scorecard.goods) {
      for (const { hiddenEvidence, evidenceCount, evidence } of conditions) {
        expect(hiddenEvidence).toBe(0);
        expect(evidence).toHaveLength(Math.min(evidenceCount, 200));
      }
    }
  });

  it('is not given by a command either', async () => {
    const token = await api.tokens.issue(as('SECRETARY', 'cell-1'), '1h');
    const input = {
      ...withCommon({ case: 'case-1', source: 'SELF', effectiveAt: NOW }),
      expectedRevision: -1,
    };
    const { errors } = await api.ask(
      mutationOf('receiveSignal'),
      { input },
      { authorization: `Bearer ${token}` },
    );
    const unknown = await api.ask(
      mutationOf('receiveSignal'),
      { input: { ...input, case: 'case-that-never-was' } },
      { authorization: `Bearer ${token}` },
    );
    const words = ({ message, extensions }: (typeof errors)[number]) =>
      JSON.stringify([message, extensions]).replaceAll('case-that-never-was', 'case-1');
    expect(errors.map(words)).toEqual(unknown.errors.map(words));
  });

  it.each([
    [
      'holdMeeting',
      (member: string) => ({
        meeting: 'asked-for',
        ...CELL,
        kind: 'REGULAR',
        startsAt: '2025-05-05T19:00:00+07:00',
        endsAt: '2025-05-05T21:00:00+07:00',
        attendance: {
          expected: 9,
          present: 8,
          excused: [member],
          unexcused: [],
          specialDuty: [],
        },
        superiorAttended: true,
        previousResolutionReviewed: true,
        effectiveAt: '2025-05-05T21:00:00+07:00',
      }),
    ],
    ['appointSecretary', (member: string) => ({ ...CELL, member })],
    ['openCase', (member: string) => ({ case: 'c', ...CELL, member, occurredOn: '2025-05-01' })],
  ])(
    'is not given by %s, which names a member who never was in the scope',
    async (name, naming) => {
      const token = await api.tokens.issue(as('SECRETARY', 'cell-1'), '1h');
      const wordsFor = async (member: string) => {
        const { errors } = await api.ask(
          mutationOf(name),
          { input: withCommon({ effectiveAt: NOW, ...naming(member) }) },
          { authorization: `Bearer ${token}` },
        );
        return errors.map(({ message, extensions }) =>
          JSON.stringify([message, extensions]).replaceAll(member, 'MEMBER'),
        );
      };
      const words = await wordsFor(OF_ANOTHER_CELL);
      expect(words).toEqual([expect.stringContaining('MEMBER_UNKNOWN')]);
      expect(words).toEqual(await wordsFor('m-that-never-was'));
    },
  );
});
