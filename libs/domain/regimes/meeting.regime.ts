import type { Regime } from './regime';

/** What the national guidance asks of a meeting; a framework may ask for something else. */
export interface MeetingRegime extends Regime {
  readonly minimumMinutes?: number;
  /** When a regular and a thematic meeting are one. */
  readonly minimumMinutesCombined?: number;
  /** How many days before the meeting its documents are there. */
  readonly documentsDaysBefore?: number;
}
