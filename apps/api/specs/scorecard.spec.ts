import { startTestApi } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

const label = (en: string) => ({ vi: `${en} (vi)`, en });

/** Two goods of other names than the usual four: names and numbers are data. */
const FRAMEWORK = {
  id: 'two-goods',
  version: 1,
  title: label('Two goods'),
  legalBasis: [{ number: '1-KH/HU', date: '2024-01-01', issuer: 'Huyện ủy' }],
  validFrom: '2024-01-01',
  validTo: '2024-12-31',
  parameters: {
    censusDate: '12-31',
    externalSources: ['PRESS'],
    selfDetectedExempts: false,
    publicationDueDays: null,
    ratingQuota: null,
  },
  profiles: [
    {
      appliesTo: { kinds: ['GRASSROOTS_CELL'], types: ['*'] },
      goods: [
        {
          code: 'WORK',
          label: label('Work'),
          conditions: [
            {
              id: 'targets-met',
              rule: 'R-05',
              kind: 'HARD',
              label: label('All targets are met'),
              metric: 'targets.metShare',
              op: '>=',
              value: 1,
            },
          ],
        },
        {
          code: 'STUDY',
          label: label('Study'),
          conditions: [{ id: 'study', kind: 'APPRAISED', label: label('They study') }],
        },
      ],
    },
  ],
};

const SCORECARD = `outcome failedRules framework { id version } basedOn projectedThrough
  organisation { id } campaign { id } recognition { state }
  goods { code label(language: EN) status conditions {
    id rule kind status metric low high actual operator threshold
    evidence { id type } explanation(language: EN) } }`;

describe('a scorecard', () => {
  let api: TestApi;
  let end = '0';
  beforeAll(async () => {
    api = await startTestApi();
    const at = (effectiveAt: string) => ({ effectiveAt: `${effectiveAt}T08:00:00+07:00` });
    const record = async (mutation: string, input: object) => {
      ({ position: end } = await api.record(mutation, input));
    };
    const pledge = { campaign: 'campaign-1', year: 2024, organisation: 'cell-1' };
    const target = { organisation: 'cell-1', year: 2024, code: 'budget' };
    const version = { framework: 'two-goods', version: 1 };
    const district = { organisation: 'district', kind: 'SUPERIOR_COMMITTEE', level: 'DISTRICT' };
    const cell = { kind: 'GRASSROOTS_CELL', parent: 'district' };
    const named = { name: 'Tên', organisationType: 'agency' };
    await record('establishOrganisation', { ...district, ...named });
    await record('establishOrganisation', { organisation: 'cell-1', ...cell, ...named });
    await record('establishOrganisation', { organisation: 'cell-2', ...cell, ...named });
    await record('draftFramework', { ...version, definition: FRAMEWORK });
    await record('publishFramework', version);
    await record('launchCampaign', {
      campaign: 'campaign-1',
      framework: { id: 'two-goods', version: 1 },
      root: 'district',
      fromYear: 2024,
      toYear: 2024,
      ...at('2024-01-10'),
    });
    await record('registerPledge', { ...pledge, items: [], ...at('2024-02-01') });
    await record('signPledge', { ...pledge, ...at('2024-02-02') });
    await record('assignTarget', {
      ...target,
      title: 'Thu ngân sách',
      unit: 'triệu đồng',
      assigned: '100',
      direction: 'AT_LEAST',
      ...at('2024-02-03'),
    });
    await record('confirmTargetResult', { ...target, achieved: '99.5', ...at('2024-12-20') });
  });
  afterAll(() => api.stop());

  const scorecardOf = async (organisation: string) => {
    const { data, errors } = await api.ask(
      `query ($organisation: ID!, $atLeast: Position) {
         scorecard(organisation: $organisation, year: 2024, atLeast: $atLeast) { ${SCORECARD} } }`,
      { organisation, atLeast: end },
    );
    expect(errors).toEqual([]);
    return data?.scorecard;
  };

  it.each(['interpreted', 'compiled', 'compiled again'])(
    'tells why, with figures and events (%s)',
    async () => {
      expect(await scorecardOf('cell-1')).toMatchObject({
        outcome: 'NOT_ELIGIBLE',
        failedRules: ['R-05'],
        framework: { id: 'two-goods', version: 1 },
        basedOn: end,
        organisation: { id: 'cell-1' },
        campaign: { id: 'campaign-1' },
        recognition: null,
        goods: [
          {
            code: 'WORK',
            label: 'Work',
            status: 'FAILED',
            conditions: [
              {
                id: 'targets-met',
                rule: 'R-05',
                kind: 'HARD',
                status: 'FAILED',
                metric: 'targets.metShare',
                low: 0,
                high: 0,
                actual: '0/1',
                operator: '>=',
                threshold: 1,
                evidence: expect.arrayContaining([
                  expect.objectContaining({ type: 'TargetResultConfirmed' }),
                ]),
                explanation: expect.stringContaining('All targets are met (R-05)'),
              },
            ],
          },
          {
            code: 'STUDY',
            status: 'PENDING',
            conditions: [
              { id: 'study', kind: 'APPRAISED', status: 'PENDING', metric: null, low: null },
            ],
          },
        ],
      });
    },
  );

  it('of an organisation that did not pledge has no goods and no framework', async () => {
    expect(await scorecardOf('cell-2')).toMatchObject({
      outcome: 'NOT_PLEDGED',
      goods: [],
      framework: null,
      basedOn: expect.stringMatching(/^[1-9]\d*$/),
    });
  });

  it('of an unknown organisation does not exist', async () => {
    expect(await scorecardOf('cell-3')).toBeNull();
  });

  it.each([
    ['failedRule: "R-05"', ['cell-1']],
    ['failedRule: "R-01"', []],
    ['failedRule: "targets-met"', ['cell-1']],
    ['failedRule: "study"', []],
    ['good: "WORK"', ['cell-1']],
    ['good: "STUDY"', []],
    ['outcome: NOT_ELIGIBLE', ['cell-1']],
    ['outcome: ELIGIBLE', []],
    ['under: "district", failedRule: "R-05"', ['cell-1']],
    ['under: "cell-2", failedRule: "R-05"', []],
    ['under: "district", outcome: NOT_ELIGIBLE, orderBy: ORGANISATION_DESC', ['cell-1']],
  ])('is found by %s', async (args, expected) => {
    const { data, errors } = await api.ask(
      `{ scorecards(year: 2024, atLeast: "${end}", ${args}) { edges { node { organisation { id } } } } }`,
    );

    expect(errors).toEqual([]);
    expect(data?.scorecards).toEqual({
      edges: expected.map((id) => ({ node: { organisation: { id } } })),
    });
  });

  it('counts in the progress of its campaign', async () => {
    const { data } = await api.ask(
      `{ campaign(id: "campaign-1", atLeast: "${end}") { state root { id }
           progress { year total registered pledged recognised } } }`,
    );

    expect(data?.campaign).toEqual({
      state: 'LAUNCHED',
      root: { id: 'district' },
      progress: [{ year: 2024, total: 2, registered: 1, pledged: 1, recognised: 0 }],
    });
  });

  it('leads to the lists of what it rests on', async () => {
    const { data, errors } = await api.ask(
      `{ pledges(organisation: "cell-1", atLeast: "${end}") { edges { node { state organisation { id } } } }
         targets(organisation: "cell-1") { edges { node { code confirmed { achieved } } } }
         frameworks(state: PUBLISHED) { edges { node { id title(language: EN) } } }
         framework(id: "two-goods") { version state }
         meetings(year: 2024) { edges { cursor } }
         inspectionPlans(year: 2024) { edges { cursor } }
         grievances { edges { cursor } }
         cases { edges { cursor } }
         reviews { edges { cursor } }
         recognitions { edges { cursor } }
         campaigns { edges { node { id } } }
         members(organisation: "cell-1") { edges { cursor } }
         member(id: "m00001") { id } }`,
    );

    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      pledges: { edges: [{ node: { state: 'SIGNED', organisation: { id: 'cell-1' } } }] },
      targets: { edges: [{ node: { code: 'budget', confirmed: { achieved: '99.5' } } }] },
      frameworks: { edges: [{ node: { id: 'two-goods', title: 'Two goods' } }] },
      framework: { version: 1, state: 'PUBLISHED' },
      campaigns: { edges: [{ node: { id: 'campaign-1' } }] },
      member: null,
    });
  });

  it('lists the earliest events of a condition, counts all of them and pages through them', async () => {
    const effectiveAt = '2024-02-03T08:00:00+07:00';
    const assigned = { title: 'Chỉ tiêu', unit: '%', assigned: '1', direction: 'AT_LEAST' };
    for (let number = 1; number <= 24; number += 1) {
      const target = { organisation: 'cell-1', year: 2024, code: `T${number}` };
      ({ position: end } = await api.record('assignTarget', {
        ...target,
        ...assigned,
        effectiveAt,
      }));
    }
    const eventsOf = async (args: string): Promise<{ count: number; positions: string[] }> => {
      const { data, errors } = await api.ask(
        `query ($atLeast: Position) { scorecard(organisation: "cell-1", year: 2024, atLeast: $atLeast) {
           goods { conditions { evidenceCount evidence${args} { position } } } } }`,
        { atLeast: end },
      );
      expect(errors).toEqual([]);
      const scorecard = data?.scorecard as
        | {
            readonly goods: readonly {
              readonly conditions: readonly {
                readonly evidenceCount: number;
                readonly evidence: readonly { readonly position: string }[];
              }[];
            }[];
          }
        | undefined;
      const condition = scorecard?.goods[0]?.conditions[0];
      return {
        count: condition?.evidenceCount ?? 0,
        positions: (condition?.evidence ?? []).map(({ position }) => position),
      };
    };

    const { count, positions: listed } = await eventsOf('');
    expect([count, listed.length]).toEqual([25, 20]);
    const { positions: rest } = await eventsOf(`(after: "${listed.at(-1)}", first: 200)`);
    const { positions: all } = await eventsOf('(after: "0", first: 200)');
    expect([...listed, ...rest]).toEqual(all);
    expect(all).toHaveLength(25);
  });
});
