import type { FrameworkDefinition } from '#vocabulary';
import type { BundleFile } from '#import';
import {
  allMet,
  preset,
  presetExtension,
  refusalOf,
  Story,
  toldAlikeOnEachStore,
} from '../support/story';

const FRAME = preset('lao-cai-thanh-pho-lao-cai');
const FILLED = presetExtension('lao-cai-thanh-pho-lao-cai-bo-sung');
const CAMPAIGN = 'bon-tot-2024';
const COMMITTEES = ['phuong-1', 'phuong-2', 'phuong-3', 'xa-1', 'xa-2', 'xa-3'] as const;
const GRASSROOTS_CELLS = ['co-quan-1', 'co-quan-2', 'truong-1', 'truong-2'] as const;

/** The cells of a committee; it chooses the first two as pilots. */
const cellsOf = (committee: string) => [1, 2, 3].map((number) => `${committee}-chi-bo-${number}`);

const PILOTS = `query ($atLeast: Position) {
  campaign(id: "${CAMPAIGN}", atLeast: $atLeast) { pilots { organisation chosenBy } }
}`;

toldAlikeOnEachStore('Lào Cai: nine criteria of a committee', (telling) => {
  let story: Story;
  beforeAll(async () => {
    story = await Story.begins('2024-01-10', telling);
    const registry = story.registry();
    await registry.founds('thanh-pho', { kind: 'SUPERIOR_COMMITTEE', level: 'CITY' });
    for (const cell of GRASSROOTS_CELLS) {
      await registry.founds(cell, { kind: 'GRASSROOTS_CELL', below: 'thanh-pho' });
    }
    for (const committee of COMMITTEES) {
      await registry.founds(committee, { kind: 'GRASSROOTS_COMMITTEE', below: 'thanh-pho' });
      for (const cell of cellsOf(committee)) {
        await registry.founds(cell, { kind: 'SUBORDINATE_CELL', below: committee });
      }
    }
  });
  afterAll(() => story.ends());

  it('cannot be published while four of the nine criteria wait for local text', async () => {
    const city = story.superior('thanh-pho');
    await city.drafts(FRAME);

    expect(await refusalOf(city.publishes(FRAME))).toMatchObject({
      refusal: 'FRAMEWORK_UNFILLED',
      details: { conditions: ['local-6', 'local-7', 'local-8', 'local-9'] },
    });
    expect(
      await refusalOf(city.launches(CAMPAIGN, { framework: FRAME, years: [2024, 2024] })),
    ).toMatchObject({ refusal: 'FRAMEWORK_NOT_PUBLISHED' });
  });

  it('is published once an extension of the city fills them', async () => {
    const city = story.superior('thanh-pho');
    await city.drafts(FILLED);
    await city.publishes(FILLED);
    await city.launches(CAMPAIGN, { framework: FILLED, years: [2024, 2024] });

    expect(await story.ask(PILOTS)).toMatchObject({ campaign: { pilots: [] } });
  });

  it('has six committees and four cells as pilots, and two cells chosen by each of the committees', async () => {
    const city = story.superior('thanh-pho');
    for (const pilot of [...COMMITTEES, ...GRASSROOTS_CELLS]) {
      await city.choosesPilot(CAMPAIGN, pilot);
    }
    for (const committee of COMMITTEES) {
      for (const cell of cellsOf(committee).slice(0, 2)) {
        await story.superior(committee).choosesPilot(CAMPAIGN, cell, committee);
      }
    }

    expect(await story.ask(PILOTS)).toEqual({
      campaign: {
        pilots: [
          ...[...COMMITTEES, ...GRASSROOTS_CELLS].map((organisation) => ({
            organisation,
            chosenBy: null,
          })),
          ...COMMITTEES.flatMap((committee) =>
            cellsOf(committee)
              .slice(0, 2)
              .map((organisation) => ({ organisation, chosenBy: committee })),
          ),
        ],
      },
    });
  });

  /** A year in which nothing is missing but the recognition of its cells. */
  async function isAppraisedWell(committee: string): Promise<void> {
    const city = story.superior('thanh-pho');
    await story.cell(committee).pledges(CAMPAIGN, 2024);
    await city.assignsTarget(committee, 2024, 'thu-ngan-sach', 100);
    await city.confirmsResult(committee, 2024, 'thu-ngan-sach', 100);
    await city.opensAssessment(committee, 2024);
    const published = allMet(FRAME, 'GRASSROOTS_COMMITTEE');
    const local = {
      'local-6': 'MET',
      'local-7': 'MET',
      'local-8': 'MET',
      'local-9': 'MET',
    } as const;
    await city.appraises(committee, 2024, { ...published, ...local });
  }

  async function recognisesItsCells(committee: string, cells: readonly string[]): Promise<void> {
    for (const cell of cells) {
      await story.cell(cell).pledges(CAMPAIGN, 2024);
      await story.superior(committee).opensAssessment(cell, 2024);
      await story.superior(committee).appraises(cell, 2024, allMet(FRAME, 'SUBORDINATE_CELL'));
      await story.superior(committee).recognises(cell, 2024);
    }
  }

  it('recognises a committee that meets all its targets and has all its cells recognised', async () => {
    await story.on('2024-12-20');
    await isAppraisedWell('phuong-1');

    expect(await story.scorecardOf('phuong-1', 2024)).toMatchObject({
      outcome: 'PENDING',
      conditions: {
        'targets-met': { status: 'MET', actual: '1/1' },
        'local-9': { status: 'MET' },
        'cells-recognised': { status: 'PENDING', actual: '0/3 … 3/3' },
      },
    });
    await recognisesItsCells('phuong-1', cellsOf('phuong-1'));
    await story.superior('thanh-pho').recognises('phuong-1', 2024);
    expect(await story.scorecardOf('phuong-1', 2024)).toMatchObject({
      outcome: 'ELIGIBLE',
      conditions: { 'cells-recognised': { status: 'MET', actual: '3/3' } },
    });
  });

  it('fails a committee by one cell that is not recognised', async () => {
    const [first = '', second = '', third = ''] = cellsOf('xa-1');
    await isAppraisedWell('xa-1');
    await recognisesItsCells('xa-1', [first, second]);
    await story.cell(third).pledges(CAMPAIGN, 2024);
    await story.superior('xa-1').opensAssessment(third, 2024);
    await story.superior('xa-1').refuses(third, 2024);

    expect(await story.scorecardOf('xa-1', 2024)).toMatchObject({
      outcome: 'NOT_ELIGIBLE',
      failedRules: ['R-04'],
      conditions: { 'cells-recognised': { status: 'FAILED', actual: '2/3' } },
    });
    expect(await refusalOf(story.superior('thanh-pho').recognises('xa-1', 2024))).toMatchObject({
      refusal: 'HARD_CONDITION_FAILED',
      rule: 'R-04',
    });
  });

  it('puts a committee under review whose recognised cell loses its recognition afterwards', async () => {
    const [cell = ''] = cellsOf('phuong-1');
    await story.on('2025-03-10');
    const inspectors = story.inspection('phuong-1');
    const violation = { organisation: cell, occurredOn: '2024-06-06' };
    await inspectors.takesUp('vu-1', violation, 'CITIZEN_REPORT');
    const { events } = await inspectors.confirms('vu-1');
    const ward = story.superior('phuong-1');
    await ward.asksForReview(cell, 2024, [events[0]?.id ?? '']);

    expect(await story.recognitionOf(cell, 2024)).toMatchObject({ state: 'REVIEW_REQUIRED' });
    expect(await story.scorecardOf('phuong-1', 2024)).toMatchObject({ outcome: 'ELIGIBLE' });
    const revocation = await ward.revokes(cell, 2024, 'Vi phạm năm 2024 được kết luận năm 2025');
    expect(await story.recognitionOf(cell, 2024)).toMatchObject({ state: 'REVOKED' });
    expect(await story.scorecardOf('phuong-1', 2024)).toMatchObject({
      outcome: 'NOT_ELIGIBLE',
      conditions: { 'cells-recognised': { status: 'FAILED', actual: '2/3' } },
    });
    expect(await story.recognitionOf('phuong-1', 2024)).toMatchObject({
      state: 'REVIEW_REQUIRED',
      reviews: [{ causes: [revocation.events[0]?.id], outcome: null }],
    });
  });

  it("takes the committee's recognition away only by a decision about it, with the reason", async () => {
    await story.superior('thanh-pho').revokes('phuong-1', 2024, 'Một chi bộ bị thu hồi');

    expect(await story.recognitionOf('phuong-1', 2024)).toMatchObject({
      state: 'REVOKED',
      reviews: [{ outcome: { outcome: 'REVOKED', reason: 'Một chi bộ bị thu hồi' } }],
    });
  });

  it('is the same when its events are read again', async () => {
    const { first, again } = await story.retold();

    expect(first.size).toBeGreaterThan(0);
    expect(again).toEqual(first);
  });
});

toldAlikeOnEachStore("Lào Cai's frame in a bundle", (telling) => {
  let story: Story;
  beforeAll(async () => {
    story = await Story.begins('2024-01-10', telling);
  });
  afterAll(() => story.ends());

  it('is taken as a draft, together with the extension that fills it and is published', async () => {
    const { results } = await story.imports([
      frameworkFile({ ...FRAME, draft: true }),
      frameworkFile(FILLED),
    ]);

    expect(results.map(({ file, outcome }) => [file, outcome])).toEqual([
      [`frameworks/${FRAME.id}.json`, 'RECORDED'],
      [`frameworks/${FILLED.id}.json`, 'RECORDED'],
    ]);
    expect(
      await story.ask(`{ frameworks(state: PUBLISHED) { edges { node { id version } } } }`),
    ).toEqual({ frameworks: { edges: [{ node: { id: FILLED.id, version: 1 } }] } });
  });

  it('is the same when its events are read again', async () => {
    const { first, again } = await story.retold();

    expect(first.size).toBeGreaterThan(0);
    expect(again).toEqual(first);
  });
});

function frameworkFile(definition: FrameworkDefinition & { readonly draft?: boolean }): BundleFile {
  const content = Buffer.from(JSON.stringify(definition));
  return { path: `frameworks/${definition.id}.json`, content };
}
