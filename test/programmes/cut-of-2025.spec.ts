import { allMet, preset, refusalOf, Story, toldAlikeOnEachStore } from '../support/story';

const FRAME = preset('an-giang-long-xuyen-my-long');
const CAMPAIGN = 'bon-tot-2024';
const CUT = '2025-07-01';
const PLEDGED = ['xa', 'thon-1', 'thon-2', 'truong'] as const;

const ORGANISATION = `query ($id: ID!, $atLeast: Position) {
  organisation(id: $id, atLeast: $atLeast) { parents { since value } end { cause endedAt } }
}`;

const BELOW = `query ($organisation: ID!, $atLeast: Position) {
  history(filter: { organisation: $organisation, includeBelow: true, types: [MeetingHeld] }, first: 50, atLeast: $atLeast) {
    edges { node { effectiveAt data } }
  }
}`;

const REGISTER = `query ($under: ID!, $atLeast: Position) {
  recognitions(under: $under, year: 2024, atLeast: $atLeast) {
    edges { node { organisation { id } decidedBy } }
  }
}`;

interface Meetings {
  readonly history: {
    readonly edges: readonly { readonly node: { readonly data: { readonly meeting: string } } }[];
  };
}

const STORY = 'The cut of 1 July 2025: a district ends, its cells come under communes';

toldAlikeOnEachStore(STORY, (telling) => {
  let story: Story;
  /** As it was before the cut. */
  let scorecards: readonly unknown[];

  /** Before the cut, directly. */
  const above = (organisation: string) =>
    story.superior(organisation.startsWith('thon') ? 'xa' : 'huyen');

  const scorecardsOf2024 = () =>
    Promise.all(PLEDGED.map((organisation) => story.scorecardOf(organisation, 2024)));

  const meetingsBelow = async (organisation: string) => {
    const { history } = await story.ask<Meetings>(BELOW, { organisation });
    return history.edges.map(({ node }) => node.data.meeting);
  };

  beforeAll(async () => {
    story = await Story.begins('2024-01-10', telling);
    const registry = story.registry();
    await registry.founds('tinh', { kind: 'SUPERIOR_COMMITTEE', level: 'PROVINCE' });
    await registry.founds('huyen', {
      kind: 'SUPERIOR_COMMITTEE',
      level: 'DISTRICT',
      below: 'tinh',
    });
    await registry.founds('xa', { kind: 'GRASSROOTS_COMMITTEE', below: 'huyen' });
    await registry.founds('thon-1', { kind: 'SUBORDINATE_CELL', below: 'xa' });
    await registry.founds('thon-2', { kind: 'SUBORDINATE_CELL', below: 'xa' });
    await registry.founds('truong', { kind: 'GRASSROOTS_CELL', below: 'huyen' });
    const district = story.superior('huyen');
    await district.drafts(FRAME);
    await district.publishes(FRAME);
    await district.launches(CAMPAIGN, { framework: FRAME, years: [2024, 2025] });
    for (const cell of ['thon-1', 'thon-2', 'truong']) {
      const members = await registry.hasMembers(cell, 2);
      const levels = Object.fromEntries(members.map((member) => [member, 'GOOD'] as const));
      await story.cell(cell).pledges(CAMPAIGN, 2024);
      await above(cell).ratesMembers(cell, 2024, levels);
    }
    await story.cell('xa').pledges(CAMPAIGN, 2024);
    await story.on('2024-12-20');
    for (const organisation of PLEDGED) {
      const kind = organisation === 'xa' ? 'GRASSROOTS_COMMITTEE' : 'SUBORDINATE_CELL';
      await district.assignsTarget(organisation, 2024, 'nhiem-vu', 90);
      await above(organisation).confirmsResult(organisation, 2024, 'nhiem-vu', 95);
      await district.opensAssessment(organisation, 2024);
      await district.appraises(organisation, 2024, allMet(FRAME, kind));
    }
    for (const cell of ['thon-1', 'thon-2']) await story.superior('xa').recognises(cell, 2024);
    await district.recognises('xa', 2024, '90-QĐ/HU');
    await district.recognises('truong', 2024, '91-QĐ/HU');
    await story.on('2025-06-05');
    await story.cell('thon-1').meets('2025-06-04');
    scorecards = await scorecardsOf2024();
  });
  afterAll(() => story.ends());

  it('brings grassroots organisations under a commune, and ends the district', async () => {
    await story.on('2025-06-20');
    const registry = story.registry();
    await registry.founds('xa-moi', {
      kind: 'SUPERIOR_COMMITTEE',
      level: 'COMMUNE',
      below: 'tinh',
    });
    await story.on(CUT);
    await registry.movesUnder('xa', 'xa-moi', CUT);
    await registry.movesUnder('truong', 'xa-moi', CUT);
    await registry.dissolves('thon-2', CUT);
    await registry.dissolves('huyen', CUT);

    expect(await story.ask(ORGANISATION, { id: 'truong' })).toMatchObject({
      organisation: { parents: [{ value: 'huyen' }, { value: 'xa-moi' }], end: null },
    });
    expect(await story.ask(ORGANISATION, { id: 'huyen' })).toMatchObject({
      organisation: { end: { cause: 'DISSOLVED', endedAt: `${CUT}T00:00:00+07:00` } },
    });
  });

  it('leaves the scorecards of 2024 as they were', async () => {
    expect(await scorecardsOf2024()).toEqual(scorecards);
    expect(scorecards).toMatchObject(PLEDGED.map(() => ({ outcome: 'ELIGIBLE' })));
  });

  it('leaves recognitions with the authority of then, in the register of the commune', async () => {
    expect(await story.recognitionOf('xa', 2024)).toMatchObject({
      state: 'GRANTED',
      number: '90-QĐ/HU',
      decidedBy: 'huyen',
    });
    expect(await story.ask(REGISTER, { under: 'huyen' })).toEqual({ recognitions: { edges: [] } });
    expect(await story.ask(REGISTER, { under: 'xa-moi' })).toMatchObject({
      recognitions: {
        edges: [
          { node: { organisation: { id: 'thon-1' }, decidedBy: 'xa' } },
          { node: { organisation: { id: 'thon-2' }, decidedBy: 'xa' } },
          { node: { organisation: { id: 'truong' }, decidedBy: 'huyen' } },
          { node: { organisation: { id: 'xa' }, decidedBy: 'huyen' } },
        ],
      },
    });
  });

  it('tells the history below the district up to its end, and below the commune since', async () => {
    await story.on('2025-08-10');
    await story.cell('thon-1').meets('2025-08-05');

    expect(await meetingsBelow('huyen')).toEqual(['thon-1-2025-06-04-regular']);
    expect(await meetingsBelow('xa-moi')).toEqual(['thon-1-2025-08-05-regular']);
    expect(await meetingsBelow('thon-1')).toHaveLength(2);
  });

  it('has the new authority review what the old one granted', async () => {
    const inspectors = story.inspection('xa-moi');
    const violation = { organisation: 'truong', occurredOn: '2024-05-05' };
    const signal = await inspectors.takesUp('vu-1', violation, 'PRESS');
    const conclusion = await inspectors.confirms('vu-1');
    const commune = story.superior('xa-moi');

    expect(await story.recognitionOf('truong', 2024)).toMatchObject({
      state: 'REVIEW_REQUIRED',
      reviews: [{ causes: [signal.events[0]?.id] }, { causes: [conclusion.events[0]?.id] }],
    });
    expect(
      await refusalOf(story.superior('huyen').revokes('truong', 2024, 'Báo chí phát hiện')),
    ).toMatchObject({ code: 'FORBIDDEN' });
    await commune.revokes('truong', 2024, 'Báo chí phát hiện vi phạm năm 2024');
    expect(await story.recognitionOf('truong', 2024)).toMatchObject({
      state: 'REVOKED',
      number: '91-QĐ/HU',
      reviews: [
        { outcome: { outcome: 'REVOKED', decidedBy: 'xa-moi' } },
        { outcome: { outcome: 'REVOKED', decidedBy: 'xa-moi' } },
      ],
    });
  });

  it('still takes late facts of an organisation that has ended, but none of after its end', async () => {
    const committee = story.cell('xa');
    await committee.meets('2025-03-05', { of: 'thon-2' });

    expect(await refusalOf(story.cell('thon-2').meets('2025-03-06'))).toMatchObject({
      code: 'FORBIDDEN',
    });
    const afterwards = committee.meets('2025-08-05', { prepared: false, of: 'thon-2' });
    expect(await refusalOf(afterwards)).toMatchObject({
      refusal: 'ORGANISATION_NOT_EXISTING_THEN',
    });
    const inspectors = story.inspection('xa-moi');
    await inspectors.takesUp('vu-2', { organisation: 'thon-2', occurredOn: '2024-09-09' }, 'PRESS');
    await inspectors.confirms('vu-2');
    expect(await story.scorecardOf('thon-2', 2024)).toMatchObject({
      outcome: 'NOT_ELIGIBLE',
      failedRules: ['R-01'],
    });
    expect(await meetingsBelow('thon-2')).toEqual(['thon-2-2025-03-05-regular']);
  });

  it('puts the recognition of the ended cell under review, and that of its committee', async () => {
    expect(await story.recognitionOf('thon-2', 2024)).toMatchObject({ state: 'REVIEW_REQUIRED' });
    expect(await story.recognitionOf('xa', 2024)).toMatchObject({ state: 'REVIEW_REQUIRED' });
    await story.superior('xa').revokes('thon-2', 2024, 'Báo chí phát hiện vi phạm năm 2024');
    await story.superior('xa-moi').upholds('xa', 2024, 'Đảng bộ đã xử lý kịp thời');
    expect(await story.recognitionOf('xa', 2024)).toMatchObject({
      state: 'UPHELD',
      decisions: [{ decidedBy: 'huyen' }],
      reviews: [
        { outcome: { outcome: 'UPHELD', decidedBy: 'xa-moi' } },
        { outcome: { outcome: 'UPHELD', decidedBy: 'xa-moi' } },
      ],
    });
  });

  it('is the same when its events are read again', async () => {
    const { first, again } = await story.retold();

    expect(first.size).toBeGreaterThan(0);
    expect(again).toEqual(first);
  });
});
