import { framework, label, profile } from '../testing/given-facts.features';
import {
  CELLS,
  base,
  hard,
  extension,
  inWork,
  inMembers,
  problemsOf,
} from '../testing/given-extension.features';
import { resolveExtension } from './resolve-extension';

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
    [
      'parameters.authority.recognition.kinds WEAKENED',
      {
        parameters: {
          authority: { recognition: { kinds: ['SUPERIOR_COMMITTEE', 'GRASSROOTS_COMMITTEE'] } },
        },
      },
    ],
    [
      'parameters.authority.recognition.levels WEAKENED',
      { parameters: { authority: { recognition: { levels: ['PROVINCE'] } } } },
    ],
    [
      'parameters.authority.recognition.distance WEAKENED',
      { parameters: { authority: { recognition: { distance: 'ANY_SUPERIOR' } } } },
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
      'meetingScale.validity.smallCells.expectedAtMost WEAKENED',
      { meetingScale: { validity: { smallCells: { expectedAtMost: 9 } } } },
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
