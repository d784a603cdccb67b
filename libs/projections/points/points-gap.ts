import type { ConditionPoints, GoodResult } from '#criteria';
import type { Decimal } from '#vocabulary';
import { differenceOf, sumOf } from './exact-points';

/** What the organisation gave itself less what the superior gave; nothing until both did. */
export function pointsGapOf({ self, appraised }: Pick<ConditionPoints, 'self' | 'appraised'>): {
  readonly gap?: Decimal;
} {
  if (self === undefined || appraised === undefined) return {};
  return { gap: differenceOf(self, appraised) };
}

/** The sum of the gaps of all conditions; `undefined` where no condition has one yet. */
export function pointsGap(goods: readonly Pick<GoodResult, 'conditions'>[]): Decimal | undefined {
  const gaps = goods
    .flatMap(({ conditions }) => conditions)
    .flatMap(({ points }) => (points && pointsGapOf(points).gap) ?? []);
  return gaps.length === 0 ? undefined : sumOf(gaps);
}
