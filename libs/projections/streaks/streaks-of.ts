import { RATING_LEVELS } from '#vocabulary';
import type { RatingLevel } from '#vocabulary';
import { refOf } from '../facts';
import type { KeptFact } from '../facts';
import type { FactOfType } from '#projection-engine';
import { stretchesOf, streakOf } from './held-years';
import type { HeldYears } from './held-years';
import { STREAK_LEVELS } from './streak.document';
import type { Streak, StreakLevel } from './streak.document';

type Rated = KeptFact & {
  readonly data: FactOfType<'OrganisationRatingDecided' | 'RatingRevised'>['data'];
};

/**
 * All streaks that an organisation's ratings ever made, in the order recorded: those that a later
 * decision broke, then those that stand, level by level.
 */
export function streaksOf(facts: readonly KeptFact[]): readonly Streak[] {
  const ratings = facts.filter(isRated);
  return STREAK_LEVELS.flatMap((level) => streaksAt(level, ratings));
}

function streaksAt(level: StreakLevel, ratings: readonly Rated[]): readonly Streak[] {
  const broken: Streak[] = [];
  let held: HeldYears = new Map();
  for (const rating of ratings) {
    const { year } = rating.data;
    const before = held;
    held = heldAfter(before, rating, level);
    if (!before.has(year) || held.has(year)) continue;
    const stretch = stretchesOf(before).find((years) => years.includes(year));
    if (stretch) broken.push(streakOf(level, stretch, before, refOf(rating)));
  }
  const standing = stretchesOf(held).map((stretch) => streakOf(level, stretch, held, null));
  return [...broken, ...standing];
}

/** A year confirmed at the level is held since it first was. */
function heldAfter(held: HeldYears, rating: Rated, level: StreakLevel): HeldYears {
  const { year } = rating.data;
  const others = [...held].filter(([one]) => one !== year);
  if (!isAtLeast(rating.data.level, level)) return new Map(others);
  return held.has(year) ? held : new Map([...held, [year, refOf(rating)]]);
}

function isAtLeast(level: RatingLevel, wanted: RatingLevel): boolean {
  return RATING_LEVELS.indexOf(level) <= RATING_LEVELS.indexOf(wanted);
}

function isRated(fact: KeptFact): fact is Rated {
  return fact.type === 'OrganisationRatingDecided' || fact.type === 'RatingRevised';
}
