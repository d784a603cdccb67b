import { problem } from '../problem';
import type { FrameworkProblem, Path } from '../problem';
import { fieldsOf, itemsOf, textsOf } from './loose';

interface Keyed {
  readonly path: Path;
  readonly key: unknown;
}

/** All but the first of those that share a key; a key that is no text is somebody else's problem. */
export function repeated(values: readonly Keyed[], what: string): readonly FrameworkProblem[] {
  const seen = new Set<string>();
  return values.flatMap(({ path, key }) => {
    if (typeof key !== 'string') return [];
    if (seen.has(key)) return [problem(path, 'DUPLICATE', `${what} "${key}" stands here already`)];
    seen.add(key);
    return [];
  });
}

/** Profiles that apply to the same organisations, goods of one code, conditions of one id in a profile. */
export function duplicateProblems(profiles: unknown): readonly FrameworkProblem[] {
  const keyedProfiles = itemsOf(profiles).map((profile, index) => ({
    path: ['profiles', index, 'appliesTo'],
    key: appliesToKey(fieldsOf(profile).appliesTo),
  }));
  return [
    ...repeated(keyedProfiles, 'a profile for'),
    ...itemsOf(profiles).flatMap((profile, index) =>
      duplicatesWithin(fieldsOf(profile).goods, ['profiles', index, 'goods']),
    ),
  ];
}

/** The same for the same kinds and types, in whatever order they are listed. */
export function appliesToKey(appliesTo: unknown): string | undefined {
  const { kinds, types } = fieldsOf(appliesTo);
  if (!Array.isArray(kinds) || !Array.isArray(types)) return undefined;
  const [sortedKinds, sortedTypes] = [kinds, types].map((list) =>
    [...new Set(textsOf(list))].sort().join(', '),
  );
  return `${sortedKinds} of type ${sortedTypes}`;
}

function duplicatesWithin(goods: unknown, path: Path): readonly FrameworkProblem[] {
  const codes = itemsOf(goods).map((good, index) => ({
    path: [...path, index, 'code'],
    key: fieldsOf(good).code,
  }));
  const ids = itemsOf(goods).flatMap((good, goodIndex) =>
    itemsOf(fieldsOf(good).conditions).map((condition, index) => ({
      path: [...path, goodIndex, 'conditions', index, 'id'],
      key: fieldsOf(condition).id,
    })),
  );
  return [...repeated(codes, 'good'), ...repeated(ids, 'condition')];
}
