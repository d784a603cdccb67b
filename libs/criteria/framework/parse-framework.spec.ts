import { framework, label, profile } from '../testing/given-facts.features';
import { parseFramework } from './parse-framework';

function problemsOf(definition: unknown): readonly string[] {
  const parsing = parseFramework(definition);
  return parsing.ok ? [] : parsing.problems.map(({ path, code }) => `${path} ${code}`);
}

const hard = {
  id: 'targets-met',
  kind: 'HARD',
  metric: 'targets.metShare',
  op: '>=',
  value: 1,
  label: label('All targets met'),
};

/** A definition as it comes from a file, with these conditions in its second good. */
function withConditions(...conditions: readonly object[]): unknown {
  const [first] = profile().goods;
  const goods = [first, { code: 'SECOND', label: label('Second'), conditions }];
  return { ...framework(), profiles: [{ ...profile(), goods }] };
}

const AT = 'profiles[0].goods[1].conditions';

describe('A definition', () => {
  it('is a framework when nothing is wrong with it', () => {
    expect(parseFramework(framework())).toEqual({ ok: true, framework: framework() });
  });

  it('gets its defaults for absent parameters', () => {
    const { parameters: _none, ...definition } = framework();

    expect(parseFramework(definition)).toMatchObject({
      framework: {
        parameters: {
          censusDate: '12-31',
          externalSources: ['PRESS', 'CITIZEN_REPORT', 'CITIZEN_DENUNCIATION'],
          selfDetectedExempts: false,
          publicationDueDays: null,
          closesAfterDays: 31,
          ratingQuota: null,
        },
      },
    });
  });

  it.each([undefined, null, 'text', 12, []])('that is %p is refused as a whole', (definition) => {
    expect(problemsOf(definition)).toHaveLength(1);
    expect(problemsOf(definition)[0]).toMatch(/^\$ (MISSING|WRONG_TYPE)$/);
  });

  it.each([
    ['an unknown key', { note: 'x' }, ['note UNKNOWN_KEY']],
    ['an id that is not kebab-case', { id: 'An Giang' }, ['id INVALID_VALUE']],
    ['version 0', { version: 0 }, ['version OUT_OF_RANGE']],
    ['a broken version', { version: 1.5 }, ['version WRONG_TYPE']],
    ['a title in one language', { title: { vi: 'x' } }, ['title.en MISSING']],
    ['a blank title', { title: { vi: ' ', en: 'x' } }, ['title.vi INVALID_VALUE']],
    ['a date that does not exist', { validFrom: '2024-02-30' }, ['validFrom INVALID_VALUE']],
    ['a period that ends before it starts', { validTo: '2023-12-31' }, ['validTo PERIOD_REVERSED']],
    ['no profiles', { profiles: [] }, ['profiles EMPTY']],
    [
      'a legal basis without issuer',
      { legalBasis: [{ number: '1', date: '2024-01-01' }] },
      ['legalBasis[0].issuer MISSING'],
    ],
    ['an extension of no version', { extends: { id: 'base' } }, ['extends.version MISSING']],
  ])('with %s is refused', (_what, change, problems) => {
    expect(problemsOf({ ...framework(), ...change })).toEqual(problems);
  });

  it.each([
    ['censusDate', '02-30', 'INVALID_VALUE'],
    ['censusDate', '02-29', 'INVALID_VALUE'],
    ['censusDate', '31-12', 'INVALID_VALUE'],
    ['externalSources[0]', ['SELF'], 'INVALID_VALUE'],
    ['selfDetectedExempts', 'no', 'WRONG_TYPE'],
    ['publicationDueDays', -1, 'OUT_OF_RANGE'],
    ['closesAfterDays', null, 'WRONG_TYPE'],
    ['ratingQuota.maxShare', { level: 'EXCELLENT', maxShare: 1.2 }, 'OUT_OF_RANGE'],
    ['ratingQuota.level', { level: 'BEST', maxShare: 0.2 }, 'INVALID_VALUE'],
    ['authority.recognition.kinds', { recognition: { kinds: [] } }, 'EMPTY'],
    ['authority.memberRating.distance', { memberRating: { distance: 'FAR' } }, 'INVALID_VALUE'],
    ['authority.discipline', { discipline: {} }, 'UNKNOWN_KEY'],
    ['quota', 1, 'UNKNOWN_KEY'],
  ])('with parameter %s = %j is refused', (path, value, code) => {
    const key = path.replace(/[.[].*/, '');
    const parameters = { ...framework().parameters, [key]: value };

    expect(problemsOf({ ...framework(), parameters })).toEqual([`parameters.${path} ${code}`]);
  });
});

describe('A profile', () => {
  it.each([
    ['without goods', { ...profile(), goods: [] }, ['profiles[0].goods EMPTY']],
    [
      'for no kind',
      { ...profile(), appliesTo: { kinds: [], types: ['*'] } },
      ['profiles[0].appliesTo.kinds EMPTY'],
    ],
    [
      'for an unknown kind',
      { ...profile(), appliesTo: { kinds: ['CELL'], types: ['*'] } },
      ['profiles[0].appliesTo.kinds[0] INVALID_VALUE'],
    ],
    [
      'with a minimum below 0',
      { ...profile(), points: { minimum: -1 } },
      ['profiles[0].points.minimum OUT_OF_RANGE'],
    ],
    [
      'with a good without conditions',
      { ...profile(), goods: [{ code: 'A', label: label('A'), conditions: [] }] },
      ['profiles[0].goods[0].conditions EMPTY'],
    ],
  ])('%s is refused', (_what, changed, problems) => {
    expect(problemsOf({ ...framework(), profiles: [changed] })).toEqual(problems);
  });

  it('for the same organisations as another is refused, in whatever order they are listed', () => {
    const kinds = ['GRASSROOTS_CELL', 'SUBORDINATE_CELL'];
    const profiles = [kinds, kinds.toReversed()].map((listed) => ({
      ...profile(),
      appliesTo: { kinds: listed, types: ['*'] },
    }));

    expect(problemsOf({ ...framework(), profiles })).toEqual(['profiles[1].appliesTo DUPLICATE']);
  });

  it('with a good or a condition twice is refused, and another profile may have the same', () => {
    const [first] = profile().goods;
    const twice = { ...profile(), goods: [first, first] };
    const committee = {
      ...profile(),
      appliesTo: { kinds: ['GRASSROOTS_COMMITTEE'], types: ['*'] },
    };

    expect(problemsOf({ ...framework(), profiles: [twice, committee] })).toEqual([
      'profiles[0].goods[1].code DUPLICATE',
      'profiles[0].goods[1].conditions[0].id DUPLICATE',
    ]);
  });
});

describe('A condition', () => {
  it.each([
    ['an unknown kind', { ...hard, kind: 'SOFT' }, ['.kind INVALID_VALUE']],
    ['an unknown metric', { ...hard, metric: 'targets.met' }, ['.metric UNKNOWN_METRIC']],
    [
      'a metric that every object has',
      { ...hard, metric: 'constructor' },
      ['.metric UNKNOWN_METRIC'],
    ],
    ['an unknown operator', { ...hard, op: '=>' }, ['.op UNKNOWN_OPERATOR']],
    ['no operator', { ...hard, op: undefined }, ['.op MISSING']],
    ['a value without end', { ...hard, value: Infinity }, ['.value WRONG_TYPE']],
    ['a value in words', { ...hard, value: '1' }, ['.value WRONG_TYPE']],
    [
      'a maximum below 0',
      { id: 'p', kind: 'POINTS', maxPoints: -1, label: label('p') },
      ['.maxPoints OUT_OF_RANGE'],
    ],
    [
      'an unknown knock-out metric',
      { id: 'k', kind: 'KNOCK_OUT', metric: 'x', label: label('k') },
      ['.metric UNKNOWN_METRIC'],
    ],
    [
      'a threshold on a knock-out',
      { ...hard, kind: 'KNOCK_OUT' },
      ['.op UNKNOWN_KEY', '.value UNKNOWN_KEY'],
    ],
    [
      'params its metric does not take',
      { ...hard, params: { level: 'GOOD' } },
      ['.params.level UNKNOWN_PARAM'],
    ],
    [
      'no flags where needed',
      { ...hard, metric: 'grievances.unresolved' },
      ['.params.flags MISSING_PARAM'],
    ],
    [
      'empty flags',
      { ...hard, metric: 'grievances.flagged', params: { flags: [] } },
      ['.params.flags EMPTY'],
    ],
    [
      'an unknown flag',
      { ...hard, metric: 'grievances.flagged', params: { flags: ['LOUD'] } },
      ['.params.flags[0] INVALID_VALUE'],
    ],
    ['no level where needed', { ...hard, metric: 'streak.years' }, ['.params.level MISSING_PARAM']],
    [
      'a meeting level for a rating',
      { ...hard, metric: 'streak.years', params: { level: 'TOT' } },
      ['.params.level INVALID_VALUE'],
    ],
    [
      'a rating level for meetings',
      { ...hard, metric: 'meetings.levelCount', params: { level: 'GOOD' } },
      ['.params.level INVALID_VALUE'],
    ],
  ])('with %s is refused', (_what, condition, problems) => {
    expect(problemsOf(withConditions(condition))).toEqual(problems.map((at) => `${AT}[0]${at}`));
  });

  it('on meeting levels needs a meeting scale', () => {
    const condition = { ...hard, metric: 'meetings.levelCount', params: { level: 'TOT' } };
    const definition = { ...Object(withConditions(condition)), meetingScale: undefined };
    const { meetingScale: _none, ...without } = definition;

    expect(problemsOf(without)).toEqual([`${AT}[0].metric NEEDS_MEETING_SCALE`]);
  });

  it('is refused together with everything else that is wrong', () => {
    const definition = withConditions(
      { ...hard, op: '=>' },
      { ...hard, metric: 'x', id: 'study' },
      { ...hard, kind: 'SOFT' },
    );

    expect(problemsOf({ ...Object(definition), version: 0 }).toSorted()).toEqual(
      [
        'version OUT_OF_RANGE',
        `${AT}[0].op UNKNOWN_OPERATOR`,
        `${AT}[1].metric UNKNOWN_METRIC`,
        `${AT}[1].id DUPLICATE`,
        `${AT}[2].kind INVALID_VALUE`,
        `${AT}[2].id DUPLICATE`,
      ].toSorted(),
    );
  });
});

describe('A meeting scale', () => {
  const scale = framework().meetingScale;

  it.each([
    [
      'a group twice',
      {
        groups: [
          { code: 'A', maxPoints: 1 },
          { code: 'A', maxPoints: 2 },
        ],
        bands: [{ level: 'TOT', min: 1 }],
      },
      ['groups[1].code DUPLICATE'],
    ],
    [
      'a maximum below 0',
      { ...scale, groups: [{ code: 'ATTENDANCE', maxPoints: -1 }] },
      ['groups[0].maxPoints OUT_OF_RANGE'],
    ],
    [
      'bands that do not descend',
      {
        ...scale,
        bands: [
          { level: 'TOT', min: 70 },
          { level: 'KHA', min: 70 },
        ],
      },
      ['bands[1].min NOT_DESCENDING'],
    ],
    [
      'levels that do not descend',
      {
        ...scale,
        bands: [
          { level: 'KHA', min: 90 },
          { level: 'TOT', min: 70 },
        ],
      },
      ['bands[1].level NOT_DESCENDING'],
    ],
    [
      'the maximum on an unknown group',
      { ...scale, bands: [{ level: 'TOT', min: 90, requiresMaximumOn: ['X'] }] },
      ['bands[0].requiresMaximumOn[0] UNKNOWN_GROUP'],
    ],
    [
      'a negative length',
      { ...scale, validity: { minimumMinutes: -90 } },
      ['validity.minimumMinutes OUT_OF_RANGE'],
    ],
  ])('with %s is refused', (_what, meetingScale, problems) => {
    expect(problemsOf({ ...framework(), meetingScale })).toEqual(
      problems.map((at) => `meetingScale.${at}`),
    );
  });
});
