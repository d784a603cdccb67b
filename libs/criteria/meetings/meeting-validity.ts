import { localDateOf } from '#vocabulary';
import type { MeetingFact } from '../facts';
import type { MeetingScale, MeetingValidity, LocalDate } from '#vocabulary';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

function daysBetween(earlier: LocalDate, later: LocalDate): number {
  return (Date.parse(later) - Date.parse(earlier)) / DAY_MS;
}

/** What is asked of a meeting to which so many were expected: small cells may be asked for less. */
export function validityFor(
  { smallCells, ...validity }: MeetingValidity,
  expected: number,
): Omit<MeetingValidity, 'smallCells'> {
  if (smallCells === undefined || expected > smallCells.expectedAtMost) return validity;
  const { expectedAtMost: _, ...shorter } = smallCells;
  return { ...validity, ...shorter };
}

function longEnough(
  meeting: Pick<MeetingFact, 'kind' | 'startsAt' | 'endsAt'>,
  validity: MeetingValidity,
): boolean {
  const minutes = (Date.parse(meeting.endsAt) - Date.parse(meeting.startsAt)) / MINUTE_MS;
  const minimum =
    meeting.kind === 'COMBINED'
      ? (validity.minimumMinutesCombined ?? validity.minimumMinutes)
      : validity.minimumMinutes;
  return minutes >= (minimum ?? 0);
}

/**
 * Whether a held meeting counts for its month or quarter: long enough for its kind, and its
 * documents posted at least the given number of calendar days in Vietnam before it. A COMBINED one
 * without a minimum of its own needs that of every meeting. Without a scale, or without its
 * `validity`, every held meeting is valid.
 */
export function isValidMeeting(
  scale: MeetingScale | undefined,
  meeting: Pick<MeetingFact, 'kind' | 'startsAt' | 'endsAt' | 'documents' | 'expected'>,
): boolean {
  if (!scale?.validity) return true;
  const validity = validityFor(scale.validity, meeting.expected);
  if (!longEnough(meeting, validity)) return false;
  if (validity.documentsDaysBefore === undefined) return true;
  if (!meeting.documents) return false;
  const posted = localDateOf(meeting.documents.postedAt);
  return daysBetween(posted, localDateOf(meeting.startsAt)) >= validity.documentsDaysBefore;
}
