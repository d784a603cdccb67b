import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { resolveExtension } from '../extension/resolve-extension';
import type { Condition, CriteriaFramework } from '#vocabulary';
import { parseFramework } from './parse-framework';
import { unfilledConditions } from './unfilled-conditions';

const PRESETS = join(__dirname, '../../../frameworks');
const EXTENSIONS = join(PRESETS, 'extensions');

describe('The presets', () => {
  it.each(filesIn(PRESETS))('%s is a framework under its own name, in both languages', (file) => {
    const framework = preset(file);

    expect(framework.id).toBe(basename(file, '.json'));
    expect(framework.profiles.map(({ appliesTo }) => appliesTo)).toEqual([
      { kinds: ['SUBORDINATE_CELL', 'GRASSROOTS_CELL'], types: ['*'] },
      { kinds: ['GRASSROOTS_COMMITTEE'], types: ['*'] },
    ]);
  });

  it('can be published, but for Lào Cai, whose committees have four criteria of local text', () => {
    const unfilled = filesIn(PRESETS)
      .map((file) => ({ file, conditions: unfilledConditions(preset(file)) }))
      .filter(({ conditions }) => conditions.length > 0);

    expect(unfilled).toEqual([
      {
        file: 'lao-cai-thanh-pho-lao-cai.json',
        conditions: ['local-6', 'local-7', 'local-8', 'local-9'],
      },
    ]);
  });

  it.each(filesIn(EXTENSIONS))('%s extends one of them and leaves nothing unfilled', (file) => {
    const extension = read(join(EXTENSIONS, file)) as { readonly extends: { readonly id: string } };
    const resolution = resolveExtension(preset(`${extension.extends.id}.json`), extension);

    expect(resolution).toMatchObject({ ok: true, framework: { id: basename(file, '.json') } });
    expect(resolution.ok && unfilledConditions(resolution.framework)).toEqual([]);
  });

  it('Đắk Song leaves all four goods to the superior, and wants recognitions public in 30 days', () => {
    const framework = preset('dak-nong-dak-song.json');

    expect(framework.legalBasis.map(({ number }) => number)).toEqual([
      '21-NQ/TW',
      '48-CTr/TU',
      '518-KH/HU',
    ]);
    expect(framework.parameters.publicationDueDays).toBe(30);
    expect(measures(framework)).toEqual([[], []]);
  });

  it('Bắc Mê asks twelve months, four quarters, preparation and a pledge of every member', () => {
    expect(measures(preset('ha-giang-bac-me.json'))).toEqual([
      [
        'meetings.regularMonths >= 12',
        'meetings.thematicQuarters >= 4',
        'meetings.preparedShare >= 1',
        'members.pledgedShare >= 1',
      ],
      ['members.pledgedShare >= 1'],
    ]);
  });

  it('Mỹ Long asks 100 % of a cell and 90 % of a committee, and closes a year after 31 days', () => {
    const framework = preset('an-giang-long-xuyen-my-long.json');
    const shared = [
      'targets.metShare >= 1',
      'targets.exceededCount >= 1',
      'grievances.unresolved PROLONGED == 0',
    ];

    expect(measures(framework)).toEqual([
      [
        ...shared,
        'violations.prohibitedThings == 0',
        'violations.externallyDetected knocks out',
        'members.ratedAtLeastShare GOOD >= 1',
      ],
      [
        ...shared,
        'violations.externallyDetected knocks out',
        'members.ratedAtLeastShare GOOD >= 0.9',
      ],
    ]);
    expect(framework.parameters.closesAfterDays).toBe(31);
  });

  it('Sóc Trăng asks cells and committees the same: targets, complaints, inspection, remediation; the bloc recognises', () => {
    const framework = preset('soc-trang-khoi-co-quan-doanh-nghiep.json');
    const [cells, committees] = measures(framework);

    expect(cells).toEqual([
      'targets.metShare >= 1',
      'targets.exceededCount >= 1',
      'grievances.unresolved PROLONGED == 0',
      'grievances.flagged CROWD == 0',
      'grievances.flagged LEVEL_SKIPPING == 0',
      'inspectionPlan.doneShare >= 1',
      'violations.unremedied == 0',
    ]);
    expect(committees).toEqual(cells);
    expect(framework.parameters.authority).toEqual({
      recognition: { kinds: ['SUPERIOR_COMMITTEE'], levels: ['BLOC'] },
    });
  });

  it('Lào Cai asks nine criteria of a committee, all its targets and all its cells among them', () => {
    const framework = preset('lao-cai-thanh-pho-lao-cai.json');

    expect(framework.profiles.map(({ goods }) => goods.length)).toEqual([4, 9]);
    expect(measures(framework)).toEqual([
      [],
      ['targets.metShare >= 1', 'children.recognisedShare >= 1'],
    ]);
  });
});

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((file) => file.endsWith('.json'));
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function preset(file: string): CriteriaFramework {
  const parsing = parseFramework(read(join(PRESETS, file)));
  if (!parsing.ok) throw new Error(`${file}: ${JSON.stringify(parsing.problems)}`);
  return parsing.framework;
}

/** What each profile measures; the rest is appraised by hand. */
function measures({ profiles }: CriteriaFramework): readonly (readonly string[])[] {
  return profiles.map(({ goods }) =>
    goods.flatMap(({ conditions }) => conditions).flatMap((condition) => measure(condition)),
  );
}

function measure(condition: Condition): readonly string[] {
  if (!('metric' in condition)) return [];
  const { metric, params = {} } = condition;
  const of = [metric, ...(params.flags ?? []), params.level ?? []].flat().join(' ');
  return condition.kind === 'HARD'
    ? [`${of} ${condition.op} ${condition.value}`]
    : [`${of} knocks out`];
}
