import type { LocalDate } from '#vocabulary';
import { RATING_124 } from './rating-124';
import { RATING_366 } from './rating-366';
import type { RatingRegime } from './rating.regime';
import { regimeAt } from './regime';

/** Oldest first. */
export const RATING_REGIMES = [RATING_124, RATING_366] as const;

export function ratingRegimeAt(date: LocalDate): RatingRegime {
  return regimeAt(RATING_REGIMES, date);
}
