import { ratingRegimeAt } from '../regimes';
import type { RatingRegime } from '../regimes';
import { localDateOf, compareDecimals, compareSum, isDecimal, RATING_LEVELS } from '#vocabulary';
import type { DecisionContext } from '../shared/context';
import { requireAmount } from '../shared/decimal';
import { refusal } from '../shared/refusal';
import { firstRefusal, requireThat } from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import type { RatingLevel } from '#vocabulary';
import type { RatingPoints } from './review.state';

type PointsRegime = NonNullable<RatingRegime['points']>;

/**
 * Points come with a rating only where the rules of that day know them, and the level is at best
 * that of their band: further conditions may make it worse. Without points nothing is compared.
 */
export function requirePointsFor(
  { level, points }: { readonly level: RatingLevel; readonly points?: RatingPoints },
  { effectiveAt }: Pick<DecisionContext, 'effectiveAt'>,
): Requirement {
  if (points === undefined) return undefined;
  const on = localDateOf(effectiveAt);
  const regime = ratingRegimeAt(on).points;
  if (regime === undefined) return refusal('RATING_WITHOUT_POINTS', { field: 'points', at: on });
  return firstRefusal(
    requirePart(points.general, regime.general, 'points.general'),
    requirePart(points.results, regime.results, 'points.results'),
    requireLevelWithin(level, points, regime),
  );
}

function requirePart(value: string, maximum: number, field: string): Requirement {
  return firstRefusal(
    requireAmount(value, field),
    requireThat(isDecimal(value) && compareDecimals(value, maximum) <= 0, 'POINTS_ABOVE_MAXIMUM', {
      field,
      points: value,
      maximum,
    }),
  );
}

/** Only of parts that are decimals, as `requirePart` sees to. */
function requireLevelWithin(
  level: RatingLevel,
  { general, results }: RatingPoints,
  { bands }: PointsRegime,
): Requirement {
  if (!isDecimal(general) || !isDecimal(results)) return undefined;
  const best = bands.find(({ minimum }) => compareSum([general, results], minimum) >= 0)?.level;
  const within = best !== undefined && RATING_LEVELS.indexOf(level) >= RATING_LEVELS.indexOf(best);
  return requireThat(within, 'RATING_ABOVE_POINTS', {
    field: 'level',
    level,
    general,
    results,
    details: { best, points: { general, results } },
  });
}
