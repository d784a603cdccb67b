import type { StreakDocument } from '#projections';
import type { StreakType } from './streak.types';

/** A streak that is at least so long; `undefined` for a shorter one. */
export function toStreak(
  document: StreakDocument,
  atLeastYears: number,
  projectedThrough: string,
): StreakType | undefined {
  const { organisation: organisationId, level, from, to, years, standing, brokenBy } = document;
  const reachedBy = document.reached.find((reached) => reached.years === atLeastYears)?.event;
  return (
    reachedBy && {
      organisationId,
      level,
      from,
      to,
      years,
      standing,
      reachedBy,
      brokenBy,
      projectedThrough,
    }
  );
}
