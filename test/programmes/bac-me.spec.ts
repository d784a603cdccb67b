import type { ImportReport } from '#import';
import { preset, Story, toldOnEachStore } from '../support/story';
import { CAMPAIGN, districtBundle, REPORTED, sizeOn, YEAR } from './bac-me.district';

const FRAME = preset('ha-giang-bac-me');
/** A whole district is much for a store that is a test instrument, beside other tests. */
const TIME_LIMIT_MS = 1_200_000;

const PROGRESS = `query ($atLeast: Position) {
  campaign(id: "${CAMPAIGN}", atLeast: $atLeast) {
    pilots { organisation } progress(year: ${YEAR}) { total registered pledged }
  }
}`;

const DISTRICT = `query ($atLeast: Position) {
  organisation(id: "huyen", atLeast: $atLeast) {
    membershipTotals { official probationary total reconciles }
  }
}`;

const MEMBER = `query ($member: ID!, $residence: ID!, $atLeast: Position) {
  member(id: $member, atLeast: $atLeast) { organisation { id } residences { value } }
  history(filter: { organisation: $residence, member: $member }, first: 10) {
    edges { node { type } }
  }
}`;

const UNPREPARED = `query ($organisation: ID!, $atLeast: Position) {
  meetings(organisation: $organisation, year: ${YEAR}, kind: REGULAR, first: 20, atLeast: $atLeast) {
    edges { node { startsAt preparedAt held { superiorAttended } } }
  }
}`;

interface Meetings {
  readonly meetings: {
    readonly edges: readonly {
      readonly node: { readonly startsAt: string; readonly preparedAt: string | null };
    }[];
  };
}

toldOnEachStore('Bắc Mê: a whole district', (telling) => {
  const size = sizeOn(telling.combination);
  let story: Story;
  let report: ImportReport;
  beforeAll(async () => {
    story = await Story.begins('2024-02-01', telling);
    report = await story.imports(districtBundle(FRAME, size));
  }, TIME_LIMIT_MS);
  afterAll(() => story.ends());

  it('is imported from the folder of its office without a row refused', () => {
    const organisations = 1 + size.committees + size.grassrootsCells + size.subordinateCells;
    const pledges = organisations - 1 + size.members;

    expect(report.results.filter(({ outcome }) => outcome !== 'RECORDED')).toEqual([]);
    // Besides, the framework, the totals reported, the campaign and the pilot.
    expect(report.results).toHaveLength(organisations + size.members + pledges + 4);
  });

  it('has every cell and committee registered, and one pilot cell', async () => {
    const all = size.committees + size.grassrootsCells + size.subordinateCells;

    expect(await story.ask(PROGRESS)).toEqual({
      campaign: {
        pilots: [{ organisation: 'chi-bo-1' }],
        progress: [{ total: all, registered: all, pledged: all }],
      },
    });
  });

  it('has signed with every member: 100 % in each cell and in the committees above', async () => {
    expect(await story.scorecardOf('chi-bo-1', YEAR)).toMatchObject({
      outcome: 'PENDING',
      members: { total: size.ofCell, rateable: size.ofCell },
      conditions: { 'members-pledged': { status: 'MET', actual: `${size.ofCell}/${size.ofCell}` } },
    });
    expect(await story.scorecardOf('dang-bo-1', YEAR)).toMatchObject({
      conditions: {
        'members-pledged': { status: 'MET', actual: `${size.ofCommittee}/${size.ofCommittee}` },
      },
    });
  });

  it('keeps the totals as reported, and says that they do not add up', async () => {
    expect(await story.ask(DISTRICT)).toEqual({
      organisation: { membershipTotals: { ...REPORTED, reconciles: false } },
    });
    expect(await story.scorecardOf('huyen', YEAR)).toMatchObject({
      members: { total: size.members },
    });
  });

  it('lists them among the findings of the district, with the difference (R-29)', async () => {
    const [found, ...others] = await story.findingsOf('REPORTED_TOTAL_NOT_SUM', 'huyen', 2023);

    expect(others).toEqual([]);
    expect(found).toMatchObject({
      organisation: { id: 'huyen' },
      rule: 'R-29',
      figures: { ...REPORTED, sum: 4_023, difference: 900 },
      events: [{ type: 'MembershipTotalsReported' }],
    });
  });

  it('follows a member where he or she works, and where he or she lives', async () => {
    expect(await story.ask(MEMBER, { member: 'm00001', residence: 'dang-bo-2' })).toMatchObject({
      member: {
        organisation: { id: 'chi-bo-co-so-1' },
        residences: [{ value: 'dang-bo-2' }],
      },
      history: { edges: [{ node: { type: 'ResidenceLinked' } }] },
    });
  });

  /** Twelve months and four quarters, but for what is left out. */
  async function meetsAllYear(
    organisation: string,
    without: { readonly preparation?: number; readonly quarter?: number } = {},
  ): Promise<void> {
    const cell = story.cell(organisation);
    for (let month = 1; month <= 12; month += 1) {
      const day = `${YEAR}-${String(month).padStart(2, '0')}`;
      await cell.meets(`${day}-05`, { prepared: month !== without.preparation });
      if (month % 3 === 0 && month / 3 !== without.quarter) {
        await cell.meets(`${day}-20`, { kind: 'THEMATIC', prepared: false });
      }
    }
  }

  it('shows the cell that met well, the one that skipped a preparation, and the one without a quarter', async () => {
    await story.on(`${YEAR + 1}-01-31`);
    await meetsAllYear('chi-bo-1');
    await meetsAllYear('chi-bo-2', { preparation: 5 });
    await meetsAllYear('chi-bo-3', { quarter: 3 });
    const registry = story.registry();
    await registry.findsQuarterMissed('chi-bo-3', YEAR, 3);
    for (const cell of ['chi-bo-1', 'chi-bo-2', 'chi-bo-3']) await registry.closes(cell, YEAR);

    expect(await story.scorecardOf('chi-bo-1', YEAR)).toMatchObject({
      goods: { MEETING_QUALITY: 'PENDING' },
      conditions: {
        'regular-months': { status: 'MET', actual: '12' },
        'thematic-quarters': { status: 'MET', actual: '4' },
        'prepared-meetings': { status: 'MET', actual: '12/12' },
      },
    });
    expect(await story.scorecardOf('chi-bo-2', YEAR)).toMatchObject({
      failedRules: ['prepared-meetings'],
      conditions: { 'prepared-meetings': { status: 'FAILED', actual: '11/12' } },
    });
    expect(await story.scorecardOf('chi-bo-3', YEAR)).toMatchObject({
      failedRules: ['R-10'],
      conditions: { 'thematic-quarters': { status: 'FAILED', actual: '3' } },
    });
  });

  it('shows which meeting was not prepared', async () => {
    const { meetings } = await story.ask<Meetings>(UNPREPARED, { organisation: 'chi-bo-2' });
    const unprepared = meetings.edges.filter(({ node }) => node.preparedAt === null);

    expect(meetings.edges).toHaveLength(12);
    expect(unprepared).toEqual([
      {
        node: {
          startsAt: `${YEAR}-05-05T19:00:00+07:00`,
          preparedAt: null,
          held: { superiorAttended: true },
        },
      },
    ]);
  });

  it('lists it, and the quarter missed, among the findings', async () => {
    expect(await story.findingsOf('MEETING_NOT_PREPARED', 'huyen', YEAR)).toMatchObject([
      { organisation: { id: 'chi-bo-2' }, meeting: `chi-bo-2-${YEAR}-05-05-regular` },
    ]);
    expect(await story.findingsOf('MEETING_MISSED', 'huyen', YEAR)).toMatchObject([
      { organisation: { id: 'chi-bo-3' }, figures: { period: 'QUARTER', quarter: 3 } },
    ]);
  });

  it(
    'is the same when its events are read again',
    async () => {
      const { first, again } = await story.retold();

      expect(first.size).toBeGreaterThan(size.members);
      expect(again).toEqual(first);
    },
    TIME_LIMIT_MS,
  );
});
