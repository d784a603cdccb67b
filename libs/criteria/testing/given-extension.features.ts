import type { Condition, CriteriaFramework, Operator } from '#vocabulary';
import { PARAMETERS, framework, label, profile } from './given-facts.features';
import { resolveExtension } from '../extension/resolve-extension';

export const CELLS = { kinds: ['GRASSROOTS_CELL', 'SUBORDINATE_CELL'], types: ['*'] } as const;

export const base = framework({
  id: 'base',
  parameters: {
    ...PARAMETERS,
    ratingQuota: { level: 'EXCELLENT', maxShare: 0.2 },
    authority: {
      recognition: {
        kinds: ['SUPERIOR_COMMITTEE'],
        levels: ['DISTRICT', 'BLOC'],
        distance: 'DIRECT_SUPERIOR',
      },
    },
  },
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

export function hard(
  id: string,
  op: Operator,
  value: number,
): Condition & { readonly kind: 'HARD' } {
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

export function extension(changes: object): unknown {
  return {
    id: 'local',
    version: 1,
    title: label('Local'),
    extends: { id: 'base', version: 1 },
    ...changes,
  };
}

/** One profile, the cells', with these conditions in its good `WORK`. */
export function inWork(...conditions: readonly object[]): unknown {
  return extension({ profiles: [{ appliesTo: CELLS, goods: [{ code: 'WORK', conditions }] }] });
}

export function inMembers(...conditions: readonly object[]): unknown {
  return extension({ profiles: [{ appliesTo: CELLS, goods: [{ code: 'MEMBERS', conditions }] }] });
}

export function resolved(definition: unknown): CriteriaFramework {
  const resolution = resolveExtension(base, definition);
  if (!resolution.ok) throw new RangeError(JSON.stringify(resolution.problems));
  return resolution.framework;
}

export function conditionsOf({ profiles }: CriteriaFramework): Readonly<Record<string, Condition>> {
  const all = profiles.flatMap(({ goods }) => goods).flatMap(({ conditions }) => conditions);
  return Object.fromEntries(all.map((condition) => [condition.id, condition]));
}

export function problemsOf(definition: unknown): readonly string[] {
  const resolution = resolveExtension(base, definition);
  return resolution.ok ? [] : resolution.problems.map(({ path, code }) => `${path} ${code}`);
}
