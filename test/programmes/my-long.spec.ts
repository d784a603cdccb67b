import type { OrganisationKind } from '#vocabulary';
import { allMet, preset, refusalOf, Story, toldAlikeOnEachStore } from '../support/story';

const FRAME = preset('an-giang-long-xuyen-my-long');
const CAMPAIGN = 'bon-tot-2023-2025';

toldAlikeOnEachStore('Mỹ Long: hard rules', (telling) => {
  let story: Story;
  const members: Record<string, readonly string[]> = {};
  /** Directly above each, where it is not the city. */
  const committees: Readonly<Record<string, string>> = {
    'khom-1': 'phuong',
    'khom-2': 'phuong',
    'khom-3': 'phuong-ben',
    'khom-4': 'phuong-ben',
  };
  const above = (organisation: string) => story.superior(committees[organisation] ?? 'thanh-pho');

  /** Pledges, meets its targets and more, and is appraised well; its members are not rated yet. */
  async function worksWell(organisation: string, kind: OrganisationKind): Promise<void> {
    const city = story.superior('thanh-pho');
    await story.cell(organisation).pledges(CAMPAIGN, 2024);
    await city.assignsTarget(organisation, 2024, 'thu-ngan-sach', 95);
    await above(organisation).confirmsResult(organisation, 2024, 'thu-ngan-sach', 96);
    await city.opensAssessment(organisation, 2024);
    await city.appraises(organisation, 2024, allMet(FRAME, kind));
  }

  /** All members of a cell are rated `GOOD`, but so many of them only `COMPLETED`. */
  async function rates(cell: string, completed = 0): Promise<void> {
    const levels = (members[cell] ?? []).map(
      (member, index) => [member, index < completed ? 'COMPLETED' : 'GOOD'] as const,
    );
    await above(cell).ratesMembers(cell, 2024, Object.fromEntries(levels));
  }

  beforeAll(async () => {
    story = await Story.begins('2023-05-17', telling);
    const registry = story.registry();
    const city = story.superior('thanh-pho');
    await registry.founds('thanh-pho', { kind: 'SUPERIOR_COMMITTEE', level: 'CITY' });
    for (const committee of ['phuong', 'phuong-ben']) {
      await registry.founds(committee, { kind: 'GRASSROOTS_COMMITTEE', below: 'thanh-pho' });
    }
    for (const [cell, committee, size] of [
      ['khom-1', 'phuong', 5],
      ['khom-2', 'phuong', 5],
      ['khom-3', 'phuong-ben', 10],
      ['khom-4', 'phuong-ben', 9],
    ] as const) {
      await registry.founds(cell, { kind: 'SUBORDINATE_CELL', below: committee });
      members[cell] = await registry.hasMembers(cell, size);
    }
    for (const cell of ['co-quan-1', 'co-quan-2', 'co-quan-3', 'co-quan-4']) {
      await registry.founds(cell, { kind: 'GRASSROOTS_CELL', below: 'thanh-pho' });
      members[cell] = await registry.hasMembers(cell, 1);
    }
    await city.drafts(FRAME);
    await city.publishes(FRAME);
    await story.on('2023-05-31');
    const { legalBasis } = FRAME;
    await city.launches(CAMPAIGN, { framework: FRAME, years: [2023, 2025], legalBasis });
    await story.on('2024-12-15');
    for (const committee of ['phuong', 'phuong-ben']) {
      await worksWell(committee, 'GRASSROOTS_COMMITTEE');
    }
    for (const cell of Object.keys(members)) await worksWell(cell, 'SUBORDINATE_CELL');
    for (const cell of ['co-quan-1', 'co-quan-2', 'co-quan-3', 'co-quan-4']) await rates(cell);
  });
  afterAll(() => story.ends());

  const reported = (organisation: string) => ({ organisation, occurredOn: '2024-10-10' });

  it('knocks a cell out when the press truthfully reports what it had not noticed', async () => {
    const inspectors = story.inspection('thanh-pho');
    await inspectors.takesUp('vu-1', reported('co-quan-1'), 'PRESS');

    expect(await story.scorecardOf('co-quan-1', 2024)).toMatchObject({
      outcome: 'PENDING',
      conditions: { 'external-detection': { status: 'PENDING', actual: '0 … 1' } },
    });
    await inspectors.confirms('vu-1');
    expect(await story.scorecardOf('co-quan-1', 2024)).toMatchObject({
      outcome: 'NOT_ELIGIBLE',
      failedRules: ['R-01'],
      goods: { POLITICAL_TASK: 'MET', SOLIDARITY_DISCIPLINE: 'FAILED', CADRES_MEMBERS: 'MET' },
      conditions: { 'external-detection': { status: 'FAILED', actual: '1', notes: [] } },
    });
    expect(
      await refusalOf(story.superior('thanh-pho').recognises('co-quan-1', 2024)),
    ).toMatchObject({
      refusal: 'KNOCK_OUT_OPEN',
      rule: 'R-01',
    });
  });

  it('does not count self-detection that is recorded afterwards, and flags it', async () => {
    await story.cell('co-quan-1').detectedItself('vu-1', '2024-10-11');

    expect(await story.scorecardOf('co-quan-1', 2024)).toMatchObject({
      outcome: 'NOT_ELIGIBLE',
      conditions: {
        'external-detection': {
          status: 'FAILED',
          notes: ['SELF_DETECTION_AFTER_EXTERNAL_SIGNAL'],
        },
      },
    });
    expect(await story.findingsOf('SELF_DETECTION_AFTERWARDS', 'thanh-pho', 2024)).toMatchObject([
      { organisation: { id: 'co-quan-1' }, rule: 'R-01', case: 'vu-1' },
    ]);
  });

  it('spares a cell that had noticed first', async () => {
    const inspectors = story.inspection('thanh-pho');
    await inspectors.takesUp('vu-2', reported('co-quan-2'), 'SELF');
    await inspectors.hears('vu-2', 'PRESS');
    await inspectors.confirms('vu-2');

    expect(await story.scorecardOf('co-quan-2', 2024)).toMatchObject({
      outcome: 'ELIGIBLE',
      conditions: { 'external-detection': { status: 'MET', actual: '0', notes: [] } },
    });
  });

  it('lifts the knock-out when the report proves false', async () => {
    const inspectors = story.inspection('thanh-pho');
    const city = story.superior('thanh-pho');
    await inspectors.takesUp('vu-3', reported('co-quan-3'), 'CITIZEN_DENUNCIATION');

    expect(await refusalOf(city.recognises('co-quan-3', 2024))).toMatchObject({
      refusal: 'KNOCK_OUT_OPEN',
      rule: 'R-01',
    });
    await inspectors.dismisses('vu-3');
    await city.recognises('co-quan-3', 2024);
    expect(await story.scorecardOf('co-quan-3', 2024)).toMatchObject({
      outcome: 'ELIGIBLE',
      conditions: { 'external-detection': { status: 'MET', actual: '0' } },
    });
  });

  it('lifts it, too, when a conclusion was recorded wrongly and is withdrawn', async () => {
    const inspectors = story.inspection('thanh-pho');
    await inspectors.takesUp('vu-4', reported('co-quan-4'), 'PRESS');
    const { events } = await inspectors.confirms('vu-4');

    expect(await story.scorecardOf('co-quan-4', 2024)).toMatchObject({ failedRules: ['R-01'] });
    await inspectors.withdraws('vu-4', events[0]?.id ?? '', 'Kết luận của vụ khác');
    await inspectors.dismisses('vu-4');
    expect(await story.scorecardOf('co-quan-4', 2024)).toMatchObject({ outcome: 'ELIGIBLE' });
  });

  it('asks 100 % of a cell: it fails by one member who only completed the tasks', async () => {
    await rates('khom-1');
    await rates('khom-2', 1);

    expect(await story.scorecardOf('khom-1', 2024)).toMatchObject({
      outcome: 'ELIGIBLE',
      conditions: { 'members-good': { status: 'MET', actual: '5/5' } },
    });
    expect(await story.scorecardOf('khom-2', 2024)).toMatchObject({
      outcome: 'NOT_ELIGIBLE',
      failedRules: ['R-02'],
      goods: { CADRES_MEMBERS: 'FAILED' },
      conditions: { 'members-good': { status: 'FAILED', actual: '4/5' } },
    });
  });

  it('asks 90 % of a committee: at exactly 90 % it passes, and its failed cell does not hinder it', async () => {
    expect(await story.scorecardOf('phuong', 2024)).toMatchObject({
      outcome: 'ELIGIBLE',
      conditions: { 'members-good': { status: 'MET', actual: '9/10' } },
    });
    const ward = story.superior('phuong');
    await ward.recognises('khom-1', 2024);
    expect(await refusalOf(ward.recognises('khom-2', 2024))).toMatchObject({
      refusal: 'HARD_CONDITION_FAILED',
      rule: 'R-02',
    });
    await ward.refuses('khom-2', 2024);
    await story.superior('thanh-pho').recognises('phuong', 2024);
    expect(await story.scorecardOf('phuong', 2024)).toMatchObject({
      children: { total: 2, recognised: 1, notRecognised: 1 },
    });
  });

  it('fails a committee just below 90 %', async () => {
    await rates('khom-3', 1);
    await rates('khom-4', 1);

    expect(await story.scorecardOf('phuong-ben', 2024)).toMatchObject({
      outcome: 'NOT_ELIGIBLE',
      failedRules: ['R-03'],
      conditions: { 'members-good': { status: 'FAILED', actual: '17/19' } },
    });
  });

  it('counts a violation where it happened, wherever the member has gone since (R-17)', async () => {
    await story.on('2025-02-01');
    const [member = ''] = members['co-quan-2'] ?? [];
    await story.registry().transfers(member, 'co-quan-2', 'khom-1');
    const inspectors = story.inspection('thanh-pho');
    const violation = { ...reported('co-quan-2'), member, prohibitedThing: 14 };
    await inspectors.takesUp('vu-5', violation, 'SELF');
    await inspectors.confirms('vu-5');

    expect(await story.scorecardOf('co-quan-2', 2024)).toMatchObject({
      outcome: 'NOT_ELIGIBLE',
      failedRules: ['R-06'],
    });
    expect(await story.scorecardOf('khom-1', 2024)).toMatchObject({ outcome: 'ELIGIBLE' });
    expect(await story.recognitionOf('khom-1', 2024)).toMatchObject({ state: 'GRANTED' });
  });

  it('is the same when its events are read again', async () => {
    const { first, again } = await story.retold();

    expect(first.size).toBeGreaterThan(0);
    expect(again).toEqual(first);
  });
});
