import type { OrganisationYearFacts } from '../facts';
import { sumOf } from '#vocabulary';
import { amount } from './figure';
import { ownEntry } from './own-entry';
import type { Interval } from './scorecard';

/** The sum of appraised points: what is not yet appraised is worth nothing so far, and its maximum at most. */
export function pointsInterval(
  appraisals: OrganisationYearFacts['appraisals'],
  conditions: readonly { readonly id: string; readonly maxPoints: number }[],
): Interval {
  const given = conditions.map(({ id, maxPoints }) => ({
    maxPoints,
    points: ownEntry(appraisals, id)?.points,
  }));
  return amount(
    sumOf(given.map(({ points }) => points ?? 0)),
    sumOf(given.map(({ points, maxPoints }) => points ?? maxPoints)),
  );
}
