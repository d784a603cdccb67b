import type { LocalDate } from '#vocabulary';
import { MEETING_12 } from './meeting-12';
import { MEETING_50_42 } from './meeting-50-42';
import { regimeAt } from './regime';
import type { Regime } from './regime';

/** What the national guidance asks of a meeting; a framework may ask for something else. */
export interface MeetingRegime extends Regime {
  readonly minimumMinutes?: number;
  /** When a regular and a thematic meeting are one. */
  readonly minimumMinutesCombined?: number;
  /** How many days before the meeting its documents are there. */
  readonly documentsDaysBefore?: number;
}

/** Oldest first. */
export const MEETING_REGIMES = [MEETING_12, MEETING_50_42] as const;

export function meetingRegimeAt(date: LocalDate): MeetingRegime {
  return regimeAt(MEETING_REGIMES, date);
}
