import type { CriteriaFramework, FrameworkDefinition } from '#vocabulary';
import { allMet, preset, presetExtension, Story, toldAlikeOnEachStore } from '../support/story';

const YEAR = 2024;
const LAO_CAI = 'lao-cai-thanh-pho-lao-cai';

/** The same frame with another number in one condition: an edited file, and no code. */
function withNumber(framework: CriteriaFramework, condition: string, value: number) {
  const profiles = framework.profiles.map((profile) => ({
    ...profile,
    goods: profile.goods.map((good) => ({
      ...good,
      conditions: good.conditions.map((one) => (one.id === condition ? { ...one, value } : one)),
    })),
  }));
  return { ...framework, id: `${framework.id}-khac`, profiles };
}

/** Lào Cai's frame can be used only with its four local criteria. */
function filled(base: CriteriaFramework): FrameworkDefinition {
  const extension = presetExtension(`${LAO_CAI}-bo-sung`);
  return {
    ...extension,
    id: `${base.id}-bo-sung`,
    extends: { id: base.id, version: base.version },
  };
}

toldAlikeOnEachStore('A number of a preset is data', (telling) => {
  let story: Story;
  beforeAll(async () => {
    story = await Story.begins('2024-01-05', telling);
    await story.registry().founds('tren', { kind: 'SUPERIOR_COMMITTEE', level: 'DISTRICT' });
  });
  afterAll(() => story.ends());

  /** An organisation that has pledged under the frame, in a campaign of the frame's name. */
  async function pledgedUnder(
    frame: CriteriaFramework,
    kind: 'GRASSROOTS_CELL' | 'GRASSROOTS_COMMITTEE',
    year = YEAR,
  ): Promise<string> {
    const { id } = frame;
    const district = story.superior('tren');
    await story.registry().founds(id, { kind, below: 'tren' });
    await district.drafts(frame);
    const used = id.startsWith(LAO_CAI) ? filled(frame) : frame;
    if (used !== frame) await district.drafts(used);
    await district.publishes(used);
    await district.launches(id, { framework: used, years: [year, year] });
    await story.cell(id).pledges(id, year);
    return id;
  }

  /** What comes of the same facts under the preset as it is shipped, and with the other number. */
  async function verdicts(
    [id, condition, value]: readonly [id: string, condition: string, value: number],
    kind: 'GRASSROOTS_CELL' | 'GRASSROOTS_COMMITTEE',
    tell: (organisation: string) => Promise<unknown>,
    toldOn?: string,
  ): Promise<readonly (string | undefined)[]> {
    const frames = [preset(id), withNumber(preset(id), condition, value)];
    const organisations: string[] = [];
    for (const frame of frames) organisations.push(await pledgedUnder(frame, kind));
    if (toldOn !== undefined) await story.on(toldOn);
    const statuses: (string | undefined)[] = [];
    for (const organisation of organisations) {
      await tell(organisation);
      const { conditions } = await story.scorecardOf(organisation, YEAR);
      statuses.push(conditions[condition]?.status);
    }
    return statuses;
  }

  it('in Mỹ Long: four of five members suffice where 80 % is asked', async () => {
    const other = ['an-giang-long-xuyen-my-long', 'members-good', 0.8] as const;
    const tell = async (cell: string) => {
      const [one = '', ...others] = await story.registry().hasMembers(cell, 5);
      const good = Object.fromEntries(others.map((member) => [member, 'GOOD'] as const));
      return story.superior('tren').ratesMembers(cell, YEAR, { ...good, [one]: 'COMPLETED' });
    };

    expect(await verdicts(other, 'GRASSROOTS_CELL', tell)).toEqual(['FAILED', 'MET']);
  });

  it('in Sóc Trăng: one target above what was assigned does not suffice where two are asked', async () => {
    const other = ['soc-trang-khoi-co-quan-doanh-nghiep', 'targets-exceeded', 2] as const;
    const tell = async (cell: string) => {
      await story.superior('tren').assignsTarget(cell, YEAR, 'nhiem-vu', 90);
      return story.superior('tren').confirmsResult(cell, YEAR, 'nhiem-vu', 91);
    };

    expect(await verdicts(other, 'GRASSROOTS_CELL', tell)).toEqual(['MET', 'FAILED']);
  });

  it('in Lào Cai: half of the cells suffice where half are asked', async () => {
    const other = [LAO_CAI, 'cells-recognised', 0.5] as const;
    const tell = async (committee: string) => {
      const superior = story.superior(committee);
      const [first, second] = [`${committee}-1`, `${committee}-2`];
      for (const cell of [first, second]) {
        await story.registry().founds(cell, { kind: 'SUBORDINATE_CELL', below: committee });
        await story.cell(cell).pledges(committee, YEAR);
        await superior.opensAssessment(cell, YEAR);
      }
      await superior.appraises(first, YEAR, allMet(preset(LAO_CAI), 'SUBORDINATE_CELL'));
      await superior.recognises(first, YEAR);
      return superior.refuses(second, YEAR);
    };

    expect(await verdicts(other, 'GRASSROOTS_COMMITTEE', tell)).toEqual(['FAILED', 'MET']);
  });

  it('in Bắc Mê: two prepared meetings of three suffice where two thirds are asked', async () => {
    const other = ['ha-giang-bac-me', 'prepared-meetings', 0.66] as const;
    const tell = async (cell: string) => {
      await story.cell(cell).meets('2024-03-05');
      await story.cell(cell).meets('2024-04-05');
      return story.cell(cell).meets('2024-05-05', { prepared: false });
    };
    const verdict = await verdicts(other, 'GRASSROOTS_CELL', tell, '2025-02-01');

    expect(verdict).toEqual(['FAILED', 'MET']);
  });

  it('in Đắk Song: a recognition is overdue after ten days where ten are given, and not yet where 30 are', async () => {
    const shipped = preset('dak-nong-dak-song');
    const parameters = { ...shipped.parameters, publicationDueDays: 10 };
    const district = story.superior('tren');
    const cells: string[] = [];
    await story.on('2025-12-20');
    for (const frame of [shipped, { ...shipped, id: `${shipped.id}-khac`, parameters }]) {
      const cell = await pledgedUnder(frame, 'GRASSROOTS_CELL', 2025);
      await district.opensAssessment(cell, 2025);
      await district.appraises(cell, 2025, allMet(frame, 'GRASSROOTS_CELL'));
      await district.recognises(cell, 2025);
      cells.push(cell);
    }
    await story.on('2025-12-31');
    const recognitions = await Promise.all(cells.map((cell) => story.recognitionOf(cell, 2025)));

    expect(recognitions).toMatchObject([
      { decisions: [{ publicationOverdue: null }] },
      { decisions: [{ publicationOverdue: { type: 'PublicationOverdue' } }] },
    ]);
  });

  it('is the same when its events are read again', async () => {
    const { first, again } = await story.retold();

    expect(first.size).toBeGreaterThan(0);
    expect(again).toEqual(first);
  });
});
