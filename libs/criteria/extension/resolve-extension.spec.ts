import type { Operator } from '#vocabulary';
import { parseFramework } from '../framework/parse-framework';
import { unfilledConditions } from '../framework/unfilled-conditions';
import { PARAMETERS, SCALE, framework, label, profile } from '../testing/given-facts.features';
import {
  CELLS,
  base,
  hard,
  extension,
  inWork,
  resolved,
  conditionsOf,
} from '../testing/given-extension.features';
import { resolveExtension } from './resolve-extension';

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

  it('may name fewer deciding bodies, and bodies for what the base leaves to any superior', () => {
    const authority = {
      recognition: { levels: ['DISTRICT'] },
      memberRating: { distance: 'ANY_SUPERIOR' },
    };

    expect(resolved(extension({ parameters: { authority } })).parameters.authority).toEqual({
      recognition: { ...base.parameters.authority?.recognition, levels: ['DISTRICT'] },
      memberRating: { distance: 'ANY_SUPERIOR' },
    });
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
