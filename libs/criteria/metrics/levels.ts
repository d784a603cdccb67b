import { RATING_LEVELS } from '#vocabulary';
import type { RatingLevel } from '#vocabulary';

/** The levels of rating at `level` or better; none for a level that does not exist. */
export function ratingsAtLeast(level: string | undefined): readonly RatingLevel[] {
  return RATING_LEVELS.slice(0, RATING_LEVELS.findIndex((known) => known === level) + 1);
}
