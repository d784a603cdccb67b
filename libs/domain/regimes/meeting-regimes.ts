import type { LocalDate } from '#vocabulary';
import { MEETING_12 } from './meeting-12';
import { MEETING_50_42 } from './meeting-50-42';
import type { MeetingRegime } from './meeting.regime';
import { regimeAt } from './regime';

/** Oldest first. */
export const MEETING_REGIMES = [MEETING_12, MEETING_50_42] as const;

export function meetingRegimeAt(date: LocalDate): MeetingRegime {
  return regimeAt(MEETING_REGIMES, date);
}
