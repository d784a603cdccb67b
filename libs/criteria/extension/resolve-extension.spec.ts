import type { Condition, CriteriaFramework, Operator } from '../framework/framework';
import { parseFramework } from '../framework/parse-framework';
import { unfilledConditions } from '../framework/unfilled-conditions';
import { PARAMETERS, SCALE, framework, label, profile } from '../testing/given-facts.features';
import { extendedBase } from './extended-base';
import { resolveExtension } from './resolve-extension';

const CELLS = { kinds: ['GRASSROOTS_CELL', 'SUBORDINATE_CELL'], types: ['*'] } as const;

const base = framework({
  id: 'base',
  parameters: { ...PARAMETERS, ratingQuota: { level: 'EXCELLENT', maxShare: 0.2 } },
  profiles: [
    profile({
      appliesTo: CELLS,
      goods: [
        {
          code: 'WORK',
          label: label('Work'),
          conditions: [
            hard('targets-met', '>=', 0.8),
            { id: 'local', kind: 'UNFILLED', label: label('Local text to come') },
            { id: 'study', kind: 'APPRAISED', label: label('Study') },
          ],
        },
        {
          code: 'MEMBERS',
          label: label('Members'),
          conditions: [
            {
              ...hard('no-grievance', '<=', 2),
              metric: 'grievances.unresolved',
              params: { flags: ['CROWD', 'PROLONGED'] },
            },
            {
              id: 'external',
              kind: 'KNOCK_OUT',
              metric: 'violations.externallyDetected',
              label: label('External'),
            },
            { id: 'initiative', kind: 'POINTS', maxPoints: 10, label: label('Initiative') },
          ],
        },
      ],
      points: { minimum: 6 },
    }),
  ],
});

function hard(id: string, op: Operator, value: number): Condition & { readonly kind: 'HARD' } {
  return {
    id,
    rule: 'R-05',
    kind: 'HARD',
    metric: 'targets.metShare',
    op,
    value,
    label: label(id),
  };
}

function extension(changes: object): unknown {
  return {
    id: 'local',
    version: 1,
    title: label('Local'),
    extends: { id: 'base', version: 1 },
    ...changes,
  };
}

/** One profile, the cells', with these conditions in its good `WORK`. */
function inWork(...conditions: readonly object[]): unknown {
  return extension({ profiles: [{ appliesTo: CELLS, goods: [{ code: 'WORK', conditions }] }] });
}

function inMembers(...conditions: readonly object[]): unknown {
  return extension({ profiles: [{ appliesTo: CELLS, goods: [{ code: 'MEMBERS', conditions }] }] });
}

function resolved(definition: unknown): CriteriaFramework {
  const resolution = resolveExtension(base, definition);
  if (!resolution.ok) throw new RangeError(JSON.stringify(resolution.problems));
  return resolution.framework;
}

function conditionsOf({ profiles }: CriteriaFramework): Readonly<Record<string, Condition>> {
  const all = profiles.flatMap(({ goods }) => goods).flatMap(({ conditions }) => conditions);
  return Object.fromEntries(all.map((condition) => [condition.id, condition]));
}

function problemsOf(definition: unknown): readonly string[] {
  const resolution = resolveExtension(base, definition);
  return resolution.ok ? [] : resolution.problems.map(({ path, code }) => `${path} ${code}`);
}

describe('An extension', () => {
  it('that changes nothing is its base under its own name', () => {
    expect(resolved(extension({}))).toEqual({
      ...base,
      id: 'local',
      version: 1,
      title: label('Local'),
      extends: { id: 'base', version: 1 },
    });
  });

  it('makes a framework that is complete, and passes validation as such', () => {
    const framework = resolved(inWork({ id: 'targets-met', value: 1 }));

    expect(parseFramework(framework)).toEqual({ ok: true, framework });
  });

  it('finds a profile whatever the order of its kinds, and inherits what it leaves out', () => {
    const appliesTo = { ...CELLS, kinds: CELLS.kinds.toReversed() };
    const goods = [{ code: 'WORK', conditions: [{ id: 'targets-met', value: 0.9 }] }];
    const { profiles } = resolved(extension({ profiles: [{ appliesTo, goods }] }));

    expect(profiles).toHaveLength(1);
    expect(profiles[0]?.goods.map(({ conditions }) => conditions.length)).toEqual([3, 3]);
    expect(profiles[0]?.goods[0]?.conditions[0]).toEqual(hard('targets-met', '>=', 0.9));
  });

  it('may add goods, conditions, and profiles for organisations that have none', () => {
    const added = { id: 'added', kind: 'APPRAISED', label: label('Added') };
    const committees = { kinds: ['GRASSROOTS_COMMITTEE'], types: ['*'] };
    const good = { code: 'FIFTH', label: label('Fifth'), conditions: [added] };
    const { profiles } = resolved(
      extension({
        profiles: [
          { appliesTo: committees, goods: [good] },
          { appliesTo: CELLS, goods: [good] },
        ],
      }),
    );

    expect(profiles.map(({ goods }) => goods.map(({ code }) => code))).toEqual([
      ['WORK', 'MEMBERS', 'FIFTH'],
      ['FIFTH'],
    ]);
  });

  it('may fill what the base left to local text', () => {
    const filled = { id: 'local', kind: 'APPRAISED', label: label('The local text') };
    const framework = resolved(inWork(filled));

    expect(unfilledConditions(base)).toEqual(['local']);
    expect(unfilledConditions(framework)).toEqual([]);
    expect(conditionsOf(framework).local).toEqual(filled);
  });

  it('may fill it with a metric, keeping the text of the base', () => {
    const { id: _id, rule: _rule, label: _label, ...measured } = hard('x', '>=', 1);

    expect(conditionsOf(resolved(inWork({ id: 'local', ...measured }))).local).toEqual({
      id: 'local',
      label: label('Local text to come'),
      ...measured,
    });
  });

  it.each<[Operator, number, Operator, number, boolean]>([
    ['>=', 0.8, '>=', 0.8, true],
    ['>=', 0.8, '>=', 0.9, true],
    ['>=', 0.8, '>', 0.8, true],
    ['>=', 0.8, '==', 1, true],
    ['>=', 0.8, '>=', 0.79, false],
    ['>=', 0.8, '<=', 0.8, false],
    ['>', 0.8, '>=', 0.81, true],
    ['>', 0.8, '>=', 0.8, false],
    ['>', 0.8, '>', 0.7, false],
    ['<=', 2, '<=', 1, true],
    ['<=', 2, '<', 2, true],
    ['<=', 2, '==', 0, true],
    ['<=', 2, '<=', 3, false],
    ['<', 2, '<', 1, true],
    ['<', 2, '<=', 2, false],
    ['==', 0, '==', 0, true],
    ['==', 0, '==', 1, false],
    ['==', 0, '<=', 0, false],
  ])('of a condition %s %s to %s %s is allowed: %s', (op, value, newOp, newValue, allowed) => {
    const goods = [{ code: 'A', label: label('A'), conditions: [hard('c', op, value)] }];
    const other = framework({ id: 'base', profiles: [profile({ appliesTo: CELLS, goods })] });
    const changed = { code: 'A', conditions: [{ id: 'c', op: newOp, value: newValue }] };
    const resolution = resolveExtension(
      other,
      extension({ profiles: [{ appliesTo: CELLS, goods: [changed] }] }),
    );

    expect(resolution.ok).toBe(allowed);
  });

  it('may raise the minimum of points, shorten due dates and narrow the quota', () => {
    const parameters = {
      externalSources: [...PARAMETERS.externalSources, 'INSPECTION'],
      publicationDueDays: 15,
      closesAfterDays: 20,
      ratingQuota: { level: 'EXCELLENT', maxShare: 0.1 },
    };
    const framework = resolved(
      extension({ parameters, profiles: [{ appliesTo: CELLS, points: { minimum: 7 } }] }),
    );

    expect(framework.parameters).toEqual({ ...base.parameters, ...parameters });
    expect(framework.profiles[0]?.points).toEqual({ minimum: 7 });
  });

  it('may make the meeting scale stricter, band by band', () => {
    const { meetingScale } = resolved(
      extension({
        meetingScale: {
          bands: [{ level: 'KHA', min: 75, requiresMaximumOn: ['CONDUCT'] }],
          validity: { documentsDaysBefore: 3 },
        },
      }),
    );

    expect(meetingScale).toEqual({
      groups: SCALE.groups,
      bands: SCALE.bands.map((band) =>
        band.level === 'KHA' ? { ...band, min: 75, requiresMaximumOn: ['CONDUCT'] } : band,
      ),
      validity: { ...SCALE.validity, documentsDaysBefore: 3 },
    });
  });

  it('may give a scale to a base that has none', () => {
    const { meetingScale: _none, ...withoutScale } = base;
    const levels = {
      ...hard('tot', '>=', 7),
      metric: 'meetings.levelCount',
      params: { level: 'TOT' },
    };
    const definition = { ...Object(inWork(levels)), meetingScale: SCALE };

    expect(resolveExtension(withoutScale, definition)).toMatchObject({
      ok: true,
      framework: { meetingScale: SCALE },
    });
    expect(resolveExtension(withoutScale, inWork(levels))).toMatchObject({
      problems: [{ code: 'NEEDS_MEETING_SCALE' }],
    });
  });

  it('adds its legal basis to the one of the base', () => {
    const own = { number: '2-KH/DU', date: '2024-02-01', issuer: 'A ward' };

    expect(resolved(extension({ legalBasis: [own, ...base.legalBasis] })).legalBasis).toEqual([
      ...base.legalBasis,
      own,
    ]);
  });
});

describe('An extension is refused when it', () => {
  const at = 'profiles[0].goods[0].conditions[0]';

  it.each([
    ['lowers a minimum share', inWork({ id: 'targets-met', value: 0.7 }), [`${at}.value WEAKENED`]],
    ['loosens an operator', inWork({ id: 'targets-met', op: '<=' }), [`${at}.op WEAKENED`]],
    ['raises a ceiling', inMembers({ id: 'no-grievance', value: 3 }), [`${at}.value WEAKENED`]],
    [
      'changes a kind',
      inWork({ id: 'targets-met', kind: 'APPRAISED' }),
      [`${at}.kind CHANGED_KIND`],
    ],
    ['empties a condition', inWork({ id: 'study', kind: 'UNFILLED' }), [`${at}.kind CHANGED_KIND`]],
    [
      'changes a metric',
      inWork({ id: 'targets-met', metric: 'meetings.attendance' }),
      [`${at}.metric CHANGED`],
    ],
    [
      'drops a flag',
      inMembers({ id: 'no-grievance', params: { flags: ['CROWD'] } }),
      [`${at}.params CHANGED`],
    ],
    [
      'drops the params',
      inMembers({ id: 'no-grievance', params: {} }),
      [`${at}.params.flags MISSING_PARAM`, `${at}.params CHANGED`],
    ],
    [
      'rewords what is appraised',
      inWork({ id: 'study', label: label('Less') }),
      [`${at}.label CHANGED`],
    ],
    ['renames a rule', inWork({ id: 'targets-met', rule: 'R-99' }), [`${at}.rule CHANGED`]],
    [
      'changes a maximum of points',
      inMembers({ id: 'initiative', maxPoints: 20 }),
      [`${at}.maxPoints CHANGED`, 'profiles[0].points.minimum WEAKENED'],
    ],
    [
      'lowers a maximum of points',
      inMembers({ id: 'initiative', maxPoints: 5 }),
      [`${at}.maxPoints CHANGED`],
    ],
    [
      'gives a threshold to a knock-out',
      inMembers({ id: 'external', value: 1 }),
      [`${at}.value UNKNOWN_KEY`],
    ],
    [
      'adds a condition that is not complete',
      inWork({ id: 'new', kind: 'HARD' }),
      [`${at}.label MISSING`, `${at}.metric MISSING`, `${at}.op MISSING`, `${at}.value MISSING`],
    ],
    [
      'takes a condition to another good',
      inMembers({ id: 'study', kind: 'APPRAISED', label: label('S') }),
      [`${at}.id DUPLICATE`],
    ],
    [
      'names a condition twice',
      inWork({ id: 'study' }, { id: 'study' }),
      ['profiles[0].goods[0].conditions[1].id DUPLICATE'],
    ],
    [
      'adds points without raising the minimum',
      inMembers({ id: 'more', kind: 'POINTS', maxPoints: 5, label: label('More') }),
      ['profiles[0].points.minimum WEAKENED'],
    ],
  ])('%s', (_what, definition, problems) => {
    expect(problemsOf(definition)).toEqual(problems);
  });

  it.each([
    [
      'profiles[0].points.minimum WEAKENED',
      { profiles: [{ appliesTo: CELLS, points: { minimum: 5 } }] },
    ],
    [
      'profiles[0].goods[0].label CHANGED',
      { profiles: [{ appliesTo: CELLS, goods: [{ code: 'WORK', label: label('Play') }] }] },
    ],
    [
      'profiles[0].goods[0].label MISSING',
      {
        profiles: [
          {
            appliesTo: CELLS,
            goods: [
              { code: 'NEW', conditions: [{ id: 'n', kind: 'APPRAISED', label: label('n') }] },
            ],
          },
        ],
      },
    ],
    [
      'profiles[0].appliesTo NEVER_APPLIES',
      { profiles: [{ appliesTo: { kinds: ['GRASSROOTS_CELL'], types: ['school'] }, goods: [] }] },
    ],
    ['parameters.censusDate CHANGED', { parameters: { censusDate: '06-30' } }],
    [
      'parameters.externalSources REMOVED',
      { parameters: { externalSources: ['CITIZEN_REPORT', 'CITIZEN_DENUNCIATION'] } },
    ],
    ['parameters.selfDetectedExempts WEAKENED', { parameters: { selfDetectedExempts: true } }],
    ['parameters.publicationDueDays WEAKENED', { parameters: { publicationDueDays: 31 } }],
    ['parameters.publicationDueDays REMOVED', { parameters: { publicationDueDays: null } }],
    ['parameters.closesAfterDays WEAKENED', { parameters: { closesAfterDays: 32 } }],
    ['parameters.ratingQuota REMOVED', { parameters: { ratingQuota: null } }],
    [
      'parameters.ratingQuota.level CHANGED',
      { parameters: { ratingQuota: { level: 'GOOD', maxShare: 0.2 } } },
    ],
    [
      'parameters.ratingQuota.maxShare WEAKENED',
      { parameters: { ratingQuota: { level: 'EXCELLENT', maxShare: 0.3 } } },
    ],
    [
      'meetingScale.groups[0].maxPoints CHANGED',
      { meetingScale: { groups: [{ code: 'CONDUCT', maxPoints: 90 }] } },
    ],
    [
      'meetingScale.groups[0].code CHANGED',
      { meetingScale: { groups: [{ code: 'EXTRA', maxPoints: 10 }] } },
    ],
    [
      'meetingScale.bands[0].min WEAKENED',
      { meetingScale: { bands: [{ level: 'KHA', min: 60 }] } },
    ],
    [
      'meetingScale.bands[0].min NOT_DESCENDING',
      { meetingScale: { bands: [{ level: 'KHA', min: 95 }] } },
    ],
    [
      'meetingScale.bands[0].requiresMaximumOn REMOVED',
      { meetingScale: { bands: [{ level: 'TOT', requiresMaximumOn: [] }] } },
    ],
    [
      'meetingScale.bands[0].requiresMaximumOn[0] UNKNOWN_GROUP',
      { meetingScale: { bands: [{ level: 'KHA', requiresMaximumOn: ['X'] }] } },
    ],
    [
      'meetingScale.validity.minimumMinutes WEAKENED',
      { meetingScale: { validity: { minimumMinutes: 60 } } },
    ],
    [
      'meetingScale.validity.documentsDaysBefore WEAKENED',
      { meetingScale: { validity: { documentsDaysBefore: 0 } } },
    ],
    ['extends WRONG_BASE', { extends: { id: 'base', version: 2 } }],
    ['extends WRONG_BASE', { id: 'base', version: 1 }],
    ['validFrom OUT_OF_RANGE', { validFrom: '2023-01-01' }],
    ['validTo OUT_OF_RANGE', { validTo: '2030-12-31' }],
    ['validTo PERIOD_REVERSED', { validFrom: '2025-01-01', validTo: '2024-06-30' }],
    ['conditions UNKNOWN_KEY', { conditions: [] }],
  ])('changes what leads to %s', (problem, changes) => {
    expect(problemsOf(extension(changes))).toEqual([problem]);
  });

  it('does several of these, and names each condition', () => {
    const resolution = resolveExtension(
      base,
      inWork({ id: 'targets-met', value: 0.5 }, { id: 'study', kind: 'POINTS' }),
    );

    expect(resolution.ok || resolution.problems.map(({ message }) => message)).toEqual([
      'condition "targets-met" must stay as strict as >= 0.8',
      'condition "study" must stay APPRAISED',
    ]);
  });

  it('adds points to a base that holds a condition on their sum', () => {
    const total = { ...hard('total', '>=', 8), metric: 'points.appraised' };
    const goods = [{ code: 'A', label: label('A'), conditions: [total] }];
    const other = framework({ id: 'base', profiles: [profile({ appliesTo: CELLS, goods })] });
    const more = { id: 'more', kind: 'POINTS', maxPoints: 2, label: label('More') };
    const resolve = (value: number) =>
      resolveExtension(
        other,
        extension({
          profiles: [
            {
              appliesTo: CELLS,
              goods: [{ code: 'A', conditions: [more, { id: 'total', value }] }],
            },
          ],
        }),
      ).ok;

    expect([resolve(8), resolve(10)]).toEqual([false, true]);
  });
});

describe('The base of a definition', () => {
  it('is what it says to extend', () => {
    expect(extendedBase(extension({}))).toEqual({ id: 'base', version: 1 });
  });

  it.each([undefined, {}, { extends: 'base' }, { extends: { id: 'base' } }])(
    'is nothing for %j',
    (definition) => {
      expect(extendedBase(definition)).toBeUndefined();
    },
  );
});
