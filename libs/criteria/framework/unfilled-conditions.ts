import type { CriteriaFramework } from '#vocabulary';

/** Ids of the conditions whose local text is not yet given: a framework with any cannot be published. */
export function unfilledConditions(framework: CriteriaFramework): readonly string[] {
  const ids = framework.profiles
    .flatMap(({ goods }) => goods)
    .flatMap(({ conditions }) => conditions)
    .filter(({ kind }) => kind === 'UNFILLED')
    .map(({ id }) => id);
  return [...new Set(ids)];
}
