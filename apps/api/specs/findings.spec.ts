import { startTestApi } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

const FINDINGS = `query ($kind: FindingKind, $under: ID, $year: Int, $case: ID, $member: ID, $state: FindingState = OPEN, $first: Int, $after: Cursor, $atLeast: Position) {
  findings(kind: $kind, under: $under, year: $year, case: $case, member: $member, state: $state, first: $first, after: $after, atLeast: $atLeast) {
    edges { cursor node {
      id kind rule year member case meeting figures events { event type } organisation { id }
      explanation english: explanation(language: EN) projectedThrough } }
    pageInfo { hasNextPage endCursor } } }`;

interface Page {
  readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

describe('the auditors’ questions', () => {
  let api: TestApi;
  let end = '0';
  const at = (date: string) => ({ effectiveAt: `${date}T08:00:00+07:00` });

  beforeAll(async () => {
    api = await startTestApi();
    const record = async (mutation: string, input: object) => {
      ({ position: end } = await api.record(mutation, input));
    };
    const named = { name: 'Tên', organisationType: 'agency', ...at('2015-01-01') };
    const district = { kind: 'SUPERIOR_COMMITTEE', level: 'DISTRICT' };
    const cell = { kind: 'GRASSROOTS_CELL', parent: 'district' };
    await record('establishOrganisation', { organisation: 'district', ...district, ...named });
    await record('establishOrganisation', { organisation: 'cell', ...cell, ...named });
    const totals = { official: 3904, probationary: 119, total: 4923 };
    await record('reportMembershipTotals', {
      organisation: 'district',
      ...totals,
      ...at('2023-08-31'),
    });
    await record('reportMembershipTotals', {
      organisation: 'cell',
      official: 20,
      probationary: 1,
      total: 22,
      ...at('2023-08-31'),
    });
    const meeting = { meeting: 'march' };
    await record('holdMeeting', {
      ...meeting,
      organisation: 'cell',
      kind: 'REGULAR',
      startsAt: '2024-03-05T08:00:00+07:00',
      endsAt: '2024-03-05T10:00:00+07:00',
      attendance: { expected: 20, present: 17, excused: [], unexcused: [], specialDuty: [] },
      superiorAttended: true,
      previousResolutionReviewed: true,
      ...at('2024-03-05'),
    });
    for (const year of [2019, 2020, 2021, 2022, 2023]) {
      await record('decideOrganisationRating', {
        organisation: 'cell',
        year,
        level: 'EXCELLENT',
        decidedBy: 'district',
        ...at(`${year}-12-20`),
      });
    }
  });
  afterAll(() => api.stop());

  const findings = async (variables: object): Promise<Page> => {
    const { data, errors } = await api.ask(FINDINGS, { ...variables, atLeast: end });
    expect(errors).toEqual([]);
    return data?.findings as Page;
  };
  const idsOf = ({ edges }: Page) => edges.map(({ node }) => node.id);

  it('are answered with figures, events and a sentence in both languages', async () => {
    const { edges } = await findings({ kind: 'REPORTED_TOTAL_NOT_SUM', under: 'district' });
    expect(edges.map(({ node }) => node)).toMatchObject([
      { organisation: { id: 'cell' }, figures: { total: 22, sum: 21 } },
      {
        kind: 'REPORTED_TOTAL_NOT_SUM',
        rule: 'R-29',
        year: 2023,
        organisation: { id: 'district' },
        figures: { official: 3904, probationary: 119, total: 4923, sum: 4023, difference: 900 },
        events: [{ type: 'MembershipTotalsReported' }],
        explanation: expect.stringContaining('không khớp: 3904 chính thức + 119 dự bị = 4023'),
        english: expect.stringContaining('3904 official + 119 probationary = 4023'),
        projectedThrough: expect.any(String),
      },
    ]);
  });

  it('are asked by kind, by year and below an organisation, a page at a time', async () => {
    const all = idsOf(await findings({}));
    expect(all.length).toBeGreaterThan(3);
    expect(idsOf(await findings({ under: 'district' }))).toEqual(all);
    expect(idsOf(await findings({ year: 2023 }))).toHaveLength(4);
    expect(idsOf(await findings({ under: 'cell', kind: 'REPORTED_TOTAL_NOT_SUM' }))).toHaveLength(
      1,
    );
    expect(idsOf(await findings({ kind: 'ATTENDANCE_LOW', year: 2024 }))).toHaveLength(1);
    expect(idsOf(await findings({ kind: 'COMPLAINT_OPEN' }))).toEqual([]);

    const paged: unknown[] = [];
    for (let after: string | undefined; ;) {
      const page = await findings({ first: 1, ...(after === undefined ? {} : { after }) });
      paged.push(...idsOf(page));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(paged).toEqual(all);
  });

  it('are asked by state, member and case', async () => {
    const all = idsOf(await findings({ state: 'OPEN' }));
    expect(idsOf(await findings({}))).toEqual(all);
    expect(idsOf(await findings({ state: 'SETTLED' }))).toEqual([]);
    expect(idsOf(await findings({ member: 'm00001' }))).toEqual([]);
    expect(idsOf(await findings({ case: 'v1' }))).toEqual([]);
  });

  it('tell the reviews below an organisation', async () => {
    const below = async (under: string) => {
      const { data, errors } = await api.ask(
        `query ($under: ID, $atLeast: Position) { reviews(under: $under, year: 2023, atLeast: $atLeast) {
          edges { node { organisation { id } } } } }`,
        { under, atLeast: end },
      );
      expect(errors).toEqual([]);
      return data?.reviews;
    };
    const reviewed = { edges: [{ node: { organisation: { id: 'cell' } } }] };
    expect(await below('district')).toEqual(reviewed);
    expect(await below('elsewhere')).toEqual({ edges: [] });
  });

  it('tell which streaks stand', async () => {
    const ask = async (selection: string) => {
      const { data, errors } = await api.ask(
        `query ($atLeast: Position) { streaks(${selection}, atLeast: $atLeast) { edges { node {
          organisation { id } level from to years standing reachedBy { type } brokenBy { type } } } } }`,
        { atLeast: end },
      );
      expect(errors).toEqual([]);
      return data?.streaks;
    };
    expect(await ask('under: "district"')).toMatchObject({
      edges: [
        {
          node: {
            organisation: { id: 'cell' },
            level: 'EXCELLENT',
            from: 2019,
            to: 2023,
            years: 5,
            standing: true,
            reachedBy: { type: 'OrganisationRatingDecided' },
            brokenBy: null,
          },
        },
      ],
    });
    expect(await ask('atLeastYears: 6')).toEqual({ edges: [] });
    expect(await ask('standing: false')).toEqual({ edges: [] });
  });

  it('leave nobody out of the register of rewards, which is empty here', async () => {
    const { data, errors } = await api.ask(
      `query ($atLeast: Position) { rewards(under: "district", year: 2024, atLeast: $atLeast) { edges { node {
        id reward year organisation { id } grantedBy { id } granted { type } } } } }`,
      { atLeast: end },
    );
    expect(errors).toEqual([]);
    expect(data?.rewards).toEqual({ edges: [] });
  });
});
