import type { EventId, OrganisationId } from '#vocabulary';
import { documentId } from '#projection-engine';
import type { DocumentKey } from '#projection-engine';
import type { StreakLevel } from './streak.document';

export const STREAK_RATINGS = 'streak-ratings';
export const STREAKS = 'streaks';

export function ratingsKey(organisation: OrganisationId): DocumentKey {
  return { collection: STREAK_RATINGS, id: organisation };
}

/** One that stands is known by its first year, one that was broken by the event that broke it, too. */
export function streakKey(
  organisation: OrganisationId,
  level: StreakLevel,
  from: number,
  brokenBy: EventId | undefined,
): DocumentKey {
  const end = brokenBy === undefined ? [] : [brokenBy];
  return { collection: STREAKS, id: documentId(organisation, level, from, ...end) };
}
