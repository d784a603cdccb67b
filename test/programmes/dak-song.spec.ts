import {
  allMet,
  preset,
  presetExtension,
  refusalOf,
  Story,
  toldAlikeOnEachStore,
} from '../support/story';

const FRAME = preset('dak-nong-dak-song');
const OWN_FRAME = presetExtension('dak-nong-dak-song-xa-mau');
const CAMPAIGN = 'bon-tot-2024';
const CELLS = FRAME.profiles[0]?.appliesTo;

const PROGRESS = `query ($atLeast: Position) {
  campaign(id: "${CAMPAIGN}", atLeast: $atLeast) {
    launchedAt legalBasis { number date issuer }
    progress { year total registered pledged recognised }
  }
}`;

const PUBLICATIONS_DUE = `query ($atLeast: Position) {
  obligations(
    under: "co-quan", kind: PUBLICATION, from: "2024-12-01", to: "2025-12-31", atLeast: $atLeast
  ) { edges { node { organisation { id } dueOn state } } }
}`;

toldAlikeOnEachStore('Đắk Song: a frame of the district, made public in time', (telling) => {
  let story: Story;
  beforeAll(async () => {
    story = await Story.begins('2024-01-22', telling);
    const registry = story.registry();
    await registry.founds('huyen', { kind: 'SUPERIOR_COMMITTEE', level: 'DISTRICT' });
    await registry.founds('xa', { kind: 'GRASSROOTS_COMMITTEE', below: 'huyen' });
    await registry.founds('thon-1', { kind: 'SUBORDINATE_CELL', below: 'xa' });
    await registry.founds('co-quan', { kind: 'GRASSROOTS_CELL', below: 'huyen' });
    await registry.hasMembers('thon-1', 5);
    await story.superior('huyen').drafts(FRAME);
    await story.superior('huyen').publishes(FRAME);
  });
  afterAll(() => story.ends());

  it('lets a committee add to the frame and ask for more, and refuses it less, naming the condition', async () => {
    const committee = story.superior('xa');
    await committee.drafts(OWN_FRAME);
    await committee.publishes(OWN_FRAME);
    const weaker = {
      id: 'dak-nong-dak-song-thon-mau',
      version: 1,
      title: OWN_FRAME.title,
      extends: { id: OWN_FRAME.id, version: 1 },
      profiles: [
        {
          appliesTo: CELLS ?? { kinds: [], types: [] },
          goods: [{ code: 'CADRES_MEMBERS', conditions: [{ id: 'members-good', value: 0.5 }] }],
        },
      ],
    };

    expect(await refusalOf(committee.drafts(weaker))).toMatchObject({
      code: 'RULE_VIOLATED',
      refusal: 'FRAMEWORK_WEAKENS_BASE',
      details: {
        problems: [
          {
            path: 'profiles[0].goods[0].conditions[0].value',
            message: 'condition "members-good" must stay as strict as >= 0.8',
          },
        ],
      },
    });
  });

  it('is launched on 1 February with the chain of documents from the nation to the district', async () => {
    await story.on('2024-02-01');
    await story.superior('huyen').launches(CAMPAIGN, {
      framework: FRAME,
      years: [2024, 2025],
      legalBasis: FRAME.legalBasis,
    });

    expect(await story.ask(PROGRESS)).toMatchObject({
      campaign: {
        launchedAt: expect.stringMatching(/^2024-02-01T/),
        legalBasis: [
          { number: '21-NQ/TW', date: '2022-06-16' },
          { number: '48-CTr/TU', date: '2022-10-31' },
          { number: '518-KH/HU', date: '2024-01-22' },
        ],
      },
    });
  });

  it('has its pledges signed at the launch', async () => {
    await story.cell('xa').pledges(CAMPAIGN, 2024);
    await story.cell('co-quan').pledges(CAMPAIGN, 2024);

    expect(await story.ask(PROGRESS)).toMatchObject({
      campaign: { progress: [{ year: 2024, total: 3, pledged: 2, recognised: 0 }, { year: 2025 }] },
    });
  });

  it("holds the cells of that committee against the committee's own frame", async () => {
    const committee = story.superior('xa');
    await committee.launches('bon-tot-xa-2024', { framework: OWN_FRAME, years: [2024, 2024] });
    await story.cell('thon-1').meets('2024-01-25');
    await story.cell('thon-1').pledges('bon-tot-xa-2024', 2024);

    expect(await story.scorecardOf('thon-1', 2024)).toMatchObject({
      outcome: 'PENDING',
      framework: { id: OWN_FRAME.id, version: 1 },
      conditions: {
        'meeting-quality': { status: 'PENDING' },
        'regular-months': { actual: '1 … 12' },
        'members-good': { actual: '0/5 … 5/5' },
      },
    });
  });

  it('recognises what the superior appraised as met, and nothing before', async () => {
    await story.on('2024-12-20');
    const district = story.superior('huyen');
    await district.opensAssessment('xa', 2024);
    await district.opensAssessment('co-quan', 2024);
    await story.cell('co-quan').assessesItself(2024, 5);

    expect(await refusalOf(district.recognises('co-quan', 2024))).toMatchObject({
      refusal: 'APPRAISAL_MISSING',
    });
    await district.appraises('xa', 2024, allMet(FRAME, 'GRASSROOTS_COMMITTEE'));
    await district.appraises('co-quan', 2024, allMet(FRAME, 'GRASSROOTS_CELL'));
    await story.on('2024-12-25');
    await district.recognises('xa', 2024, '10-QĐ/HU');
    await district.recognises('co-quan', 2024, '11-QĐ/HU');
    await district.makesPublic('xa', 2024);

    expect(await story.recognitionOf('xa', 2024)).toMatchObject({
      state: 'GRANTED',
      number: '10-QĐ/HU',
      publishedAt: expect.stringMatching(/^2024-12-25T/),
    });
  });

  it('shows a recognition that was not public in 30 days as overdue, also once it is public', async () => {
    const duePublication = (state: string) => ({
      obligations: {
        edges: [{ node: { organisation: { id: 'co-quan' }, dueOn: '2025-01-24', state } }],
      },
    });
    await story.on('2025-01-24');
    expect(await story.ask(PUBLICATIONS_DUE)).toEqual(duePublication('OPEN'));
    await story.on('2025-01-25');
    expect(await story.ask(PUBLICATIONS_DUE)).toEqual(duePublication('OVERDUE'));
    await story.on('2025-02-03');
    await story.superior('huyen').makesPublic('co-quan', 2024);

    expect(await story.recognitionOf('co-quan', 2024)).toMatchObject({
      publishedAt: expect.stringMatching(/^2025-02-03T/),
      decisions: [{ publicationOverdue: { type: 'PublicationOverdue' } }],
    });
    expect(await story.recognitionOf('xa', 2024)).toMatchObject({
      decisions: [{ publicationOverdue: null }],
    });
    expect(await story.findingsOf('PUBLICATION_LATE', 'huyen', 2024)).toMatchObject([
      { organisation: { id: 'co-quan' }, rule: 'R-25' },
    ]);
  });

  it('shows year by year how many of all are recognised', async () => {
    await story.cell('xa').pledges(CAMPAIGN, 2025);

    expect(await story.ask(PROGRESS)).toMatchObject({
      campaign: {
        progress: [
          { year: 2024, total: 3, registered: 2, pledged: 2, recognised: 2 },
          { year: 2025, total: 3, registered: 1, pledged: 1, recognised: 0 },
        ],
      },
    });
  });

  it('is the same when its events are read again', async () => {
    const { first, again } = await story.retold();

    expect(first.size).toBeGreaterThan(0);
    expect(again).toEqual(first);
  });
});
