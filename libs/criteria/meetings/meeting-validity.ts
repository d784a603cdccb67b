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

/** Why a held meeting does not count for its month or quarter. */
export const MEETING_SHORTCOMINGS = ['TOO_SHORT', 'DOCUMENTS_LATE', 'DOCUMENTS_MISSING'] as const;
export type MeetingShortcoming = (typeof MEETING_SHORTCOMINGS)[number];

type Judged = Pick<MeetingFact, 'kind' | 'startsAt' | 'endsAt' | 'documents' | 'expected'>;

/**
 * What keeps a held meeting from counting for its month or quarter: it is not long enough for its kind, or its
 * documents were not posted at least the given number of calendar days in Vietnam before it. A COMBINED one
 * without a minimum of its own needs that of every meeting. Without a scale, or without its
 * `validity`, every held meeting is valid.
 */
export function shortcomingsOf(
  scale: MeetingScale | undefined,
  meeting: Judged,
): readonly MeetingShortcoming[] {
  if (!scale?.validity) return [];
  const validity = validityFor(scale.validity, meeting.expected);
  return [
    ...(longEnough(meeting, validity) ? [] : (['TOO_SHORT'] as const)),
    ...documentsShort(validity.documentsDaysBefore, meeting),
  ];
}

function documentsShort(
  daysBefore: number | undefined,
  { documents, startsAt }: Judged,
): readonly MeetingShortcoming[] {
  if (daysBefore === undefined) return [];
  if (!documents) return ['DOCUMENTS_MISSING'];
  const posted = localDateOf(documents.postedAt);
  return daysBetween(posted, localDateOf(startsAt)) >= daysBefore ? [] : ['DOCUMENTS_LATE'];
}

export function isValidMeeting(scale: MeetingScale | undefined, meeting: Judged): boolean {
  return shortcomingsOf(scale, meeting).length === 0;
}
