import type { OrganisationId, RatingLevel } from '#vocabulary';
import type { EventRef } from '#projection-engine';

/** `FAILED` or better is every rating there is. */
export const STREAK_LEVELS = ['EXCELLENT', 'GOOD', 'COMPLETED'] as const satisfies RatingLevel[];
export type StreakLevel = (typeof STREAK_LEVELS)[number];

/** One year alone is none. */
export const SHORTEST_STREAK = 2;

/** Consecutive years in which an organisation was rated at a level or better. */
export interface Streak {
  readonly level: StreakLevel;
  readonly from: number;
  readonly to: number;
  readonly years: number;
  /** Whether all its years still stand at the level; a later year that falls below it ends it and does not undo it. */
  readonly standing: boolean;
  /** By which event so many years in a row were reached, from two on. */
  readonly reached: readonly { readonly years: number; readonly event: EventRef }[];
  /** The rating that took a year out of it; null while it stands. */
  readonly brokenBy: EventRef | null;
}

export interface StreakDocument extends Streak {
  readonly organisation: OrganisationId;
}
