import type { FrameworkExtension } from '#vocabulary';
import { allMet, preset, refusalOf, Story, toldAlikeOnEachStore } from '../support/story';

const FRAME = preset('soc-trang-khoi-co-quan-doanh-nghiep');
const CAMPAIGN = 'bon-tot-khoi';
const CELLS = ['van-phong', 'uy-ban-kiem-tra', 'ngan-hang'] as const;
const COMMITTEES = ['so', 'thanh-tra', 'doanh-nghiep'] as const;
const PILOTS = [...CELLS, ...COMMITTEES];

/** The aim of the programme as a frame of its own: five years in a row exemplary. */
const FIVE_YEARS: FrameworkExtension = {
  id: 'soc-trang-khoi-nam-nam-lien',
  version: 1,
  title: { vi: 'Năm năm liền', en: 'Five years in a row' },
  extends: { id: FRAME.id, version: FRAME.version },
  profiles: FRAME.profiles.map(({ appliesTo }) => ({
    appliesTo,
    goods: [
      {
        code: 'CADRES_MEMBERS',
        conditions: [
          {
            id: 'five-years',
            kind: 'HARD',
            label: { vi: 'Năm năm liền xuất sắc', en: 'Excellent five years in a row' },
            metric: 'streak.years',
            params: { level: 'EXCELLENT' },
            op: '>=',
            value: 5,
          },
        ],
      },
    ],
  })),
};

const CAMPAIGN_STATE = `query ($atLeast: Position) {
  campaign(id: "${CAMPAIGN}", atLeast: $atLeast) {
    state rolledOutAt pilots { organisation } progress(year: 2024) { total pledged }
  }
}`;

const REWARDS = `query ($atLeast: Position) {
  rewards(under: "khoi", year: 2024, atLeast: $atLeast) {
    edges { node { organisation { id } reward grantedBy { id } } }
  }
}`;

const STREAKS = `query ($atLeast: Position) {
  streaks(under: "khoi", level: EXCELLENT, atLeastYears: 5, atLeast: $atLeast) {
    edges { node { organisation { id } from to years standing brokenBy { type } } }
  }
}`;

const streak = (standing: boolean, brokenBy: object | null) => ({
  node: {
    organisation: { id: 'uy-ban-kiem-tra' },
    from: 2024,
    to: 2028,
    years: 5,
    standing,
    brokenBy,
  },
});

toldAlikeOnEachStore('Sóc Trăng: agencies and enterprises of a province', (telling) => {
  let story: Story;
  beforeAll(async () => {
    story = await Story.begins('2024-01-15', telling);
    const registry = story.registry();
    await registry.founds('khoi', { kind: 'SUPERIOR_COMMITTEE', level: 'BLOC' });
    for (const cell of [...CELLS, 'truong']) {
      await registry.founds(cell, { kind: 'GRASSROOTS_CELL', below: 'khoi' });
    }
    for (const committee of COMMITTEES) {
      await registry.founds(committee, { kind: 'GRASSROOTS_COMMITTEE', below: 'khoi' });
      await registry.founds(`${committee}-1`, { kind: 'SUBORDINATE_CELL', below: committee });
    }
    await story.superior('khoi').drafts(FRAME);
    await story.superior('khoi').publishes(FRAME);
  });
  afterAll(() => story.ends());

  /** Meets and exceeds its targets and carries out its inspection plan; the superior says the rest. */
  async function hasAGoodYear(organisation: string, year: number): Promise<void> {
    const bloc = story.superior('khoi');
    const own = story.cell(organisation);
    await bloc.assignsTarget(organisation, year, 'nhiem-vu', 100);
    await bloc.confirmsResult(organisation, year, 'nhiem-vu', 104);
    await own.adoptsInspectionPlan(year, ['chi-tieu', 'quy-che']);
    await own.inspects(year, 'chi-tieu');
    await own.inspects(year, 'quy-che');
    await bloc.opensAssessment(organisation, year);
    await bloc.appraises(organisation, year, allMet(FRAME, 'GRASSROOTS_CELL'));
  }

  it('begins with six pilots, and is then rolled out to all', async () => {
    const bloc = story.superior('khoi');
    await bloc.launches(CAMPAIGN, { framework: FRAME, years: [2024, 2027] });
    for (const pilot of PILOTS) await bloc.choosesPilot(CAMPAIGN, pilot);
    for (const pilot of PILOTS) await story.cell(pilot).pledges(CAMPAIGN, 2024);

    expect(await story.ask(CAMPAIGN_STATE)).toMatchObject({
      campaign: {
        state: 'LAUNCHED',
        pilots: PILOTS.map((organisation) => ({ organisation })),
        progress: [{ total: 10, pledged: 6 }],
      },
    });
    await story.on('2024-06-01');
    await bloc.rollsOut(CAMPAIGN);
    await story.cell('truong').pledges(CAMPAIGN, 2024);
    expect(await story.ask(CAMPAIGN_STATE)).toMatchObject({
      campaign: {
        state: 'ROLLED_OUT',
        rolledOutAt: expect.stringMatching(/^2024-06-01T/),
        progress: [{ total: 10, pledged: 7 }],
      },
    });
  });

  it('fails the good by a level-skipping complaint, even one that is settled', async () => {
    await story.on('2024-09-02');
    const bloc = story.superior('khoi');
    await bloc.receivesComplaint('don-1', 'ngan-hang', ['LEVEL_SKIPPING']);
    await bloc.settlesComplaint('don-1');
    await story.on('2024-12-10');
    for (const pilot of PILOTS) await hasAGoodYear(pilot, 2024);

    expect(await story.scorecardOf('ngan-hang', 2024)).toMatchObject({
      outcome: 'NOT_ELIGIBLE',
      failedRules: ['no-level-skipping-complaint'],
      goods: { POLITICAL_TASK: 'FAILED', SOLIDARITY_DISCIPLINE: 'MET' },
      conditions: {
        'no-backlog': { status: 'MET' },
        'no-crowd-complaint': { status: 'MET' },
        'no-level-skipping-complaint': { status: 'FAILED', actual: '1' },
      },
    });
    expect(
      await refusalOf(story.standingBoard('khoi').recognises('ngan-hang', 2024)),
    ).toMatchObject({
      refusal: 'HARD_CONDITION_FAILED',
      details: { failed: [{ condition: 'no-level-skipping-complaint' }] },
    });
  });

  it('awaits remediation after a conclusion, fails without it, and passes once it is completed', async () => {
    const inspectors = story.inspection('khoi');
    const violation = { organisation: 'van-phong', occurredOn: '2024-08-20' };
    await inspectors.takesUp('vu-1', violation, 'INSPECTION');
    await inspectors.confirms('vu-1', { remediationRequired: true });
    await story.cell('van-phong').plansRemediation('vu-1');

    const remedied = (status: string, actual: string) => ({
      conditions: { 'conclusions-remedied': { status, actual } },
    });
    expect(await story.scorecardOf('van-phong', 2024)).toMatchObject({
      outcome: 'PENDING',
      ...remedied('PENDING', '0 … 1'),
    });
    await story.on('2025-02-01');
    expect(await story.scorecardOf('van-phong', 2024)).toMatchObject({
      outcome: 'NOT_ELIGIBLE',
      ...remedied('FAILED', '1'),
    });
    await story.cell('van-phong').completesRemediation('vu-1');
    expect(await story.scorecardOf('van-phong', 2024)).toMatchObject({
      outcome: 'ELIGIBLE',
      ...remedied('MET', '0'),
    });
  });

  it('has the standing board of the bloc recognise and reward', async () => {
    const board = story.standingBoard('khoi');
    for (const pilot of PILOTS.filter((one) => one !== 'ngan-hang')) {
      await board.recognises(pilot, 2024);
    }
    await board.rewards('uy-ban-kiem-tra', 2024, 'Giấy khen');

    expect(await refusalOf(board.rewards('ngan-hang', 2024, 'Giấy khen'))).toMatchObject({
      refusal: 'RECOGNITION_NOT_GRANTED',
    });
    expect(await story.recognitionOf('uy-ban-kiem-tra', 2024)).toMatchObject({
      state: 'GRANTED',
      decidedBy: 'khoi',
      rewards: [{ reward: 'Giấy khen', grantedBy: 'khoi' }],
    });
    expect(await story.ask(REWARDS)).toEqual({
      rewards: {
        edges: [
          {
            node: {
              organisation: { id: 'uy-ban-kiem-tra' },
              reward: 'Giấy khen',
              grantedBy: { id: 'khoi' },
            },
          },
        ],
      },
    });
  });

  it('leaves recognition to the bloc alone: a committee of it may not recognise its own cell', async () => {
    await story.cell('so-1').pledges(CAMPAIGN, 2024);
    await story.superior('so').opensAssessment('so-1', 2024);
    await story.superior('so').appraises('so-1', 2024, allMet(FRAME, 'SUBORDINATE_CELL'));

    expect(await refusalOf(story.superior('so').recognises('so-1', 2024))).toMatchObject({
      refusal: 'DECIDED_BEYOND_AUTHORITY',
    });
  });

  it('counts five years in a row, until a year among them is rated again', async () => {
    const board = story.standingBoard('khoi');
    for (const year of [2024, 2025, 2026, 2027]) {
      await story.on(`${year + 1}-02-10`);
      await board.rates('uy-ban-kiem-tra', year, 'EXCELLENT');
    }
    await story.on('2028-02-11');
    await board.drafts(FIVE_YEARS);
    await board.publishes(FIVE_YEARS);
    await board.launches('nam-nam-lien', { framework: FIVE_YEARS, years: [2028, 2028] });
    await story.cell('uy-ban-kiem-tra').pledges('nam-nam-lien', 2028);
    await story.on('2028-12-20');
    await hasAGoodYear('uy-ban-kiem-tra', 2028);

    const fiveYears = async () => {
      const { outcome, conditions } = await story.scorecardOf('uy-ban-kiem-tra', 2028);
      return { outcome, ...conditions['five-years'] };
    };
    expect(await fiveYears()).toMatchObject({ outcome: 'PENDING', actual: '0 … 5' });
    await story.on('2029-02-10');
    await board.rates('uy-ban-kiem-tra', 2028, 'EXCELLENT');
    expect(await fiveYears()).toMatchObject({ outcome: 'ELIGIBLE', status: 'MET', actual: '5' });
    expect(await story.ask(STREAKS)).toEqual({ streaks: { edges: [streak(true, null)] } });
    await story.on('2029-05-02');
    await board.revisesRating('uy-ban-kiem-tra', 2026, 'GOOD', 'Vi phạm năm 2026 nay mới kết luận');
    expect(await fiveYears()).toMatchObject({
      outcome: 'NOT_ELIGIBLE',
      status: 'FAILED',
      actual: '2',
    });
    expect(await story.ask(STREAKS)).toEqual({
      streaks: { edges: [streak(false, { type: 'RatingRevised' })] },
    });
  });

  it('is the same when its events are read again', async () => {
    const { first, again } = await story.retold();

    expect(first.size).toBeGreaterThan(0);
    expect(again).toEqual(first);
  });
});
