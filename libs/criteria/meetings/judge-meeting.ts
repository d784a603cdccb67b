import { localDateOf, monthOf, quarterOf, yearOf } from '#vocabulary';
import type { MeetingKind, MeetingLevel, MeetingScale } from '#vocabulary';
import type { MeetingFact } from '../facts';
import { meetingLevel } from './meeting-level';
import { isValidMeeting } from './meeting-validity';

/** A combined sitting is the month's regular meeting and the quarter's thematic one. */
const REGULAR: readonly MeetingKind[] = ['REGULAR', 'COMBINED'];
const THEMATIC: readonly MeetingKind[] = ['THEMATIC', 'COMBINED'];

/** What one meeting held counts for in a year. */
export interface JudgedMeeting {
  readonly valid: boolean;
  /** Present when it is a regular meeting. */
  readonly regular?: {
    readonly month: number;
    /** A preparatory meeting came before it. */
    readonly prepared: boolean;
    /** Once it is scored, and the framework has a scale: without one there is no final level. */
    readonly level?: MeetingLevel;
  };
  /** Present when it is a thematic meeting. */
  readonly thematic?: { readonly quarter: number };
}

/** Held against the scale; nothing where the meeting did not start in the year (criteria.md, section 3). */
export function judgeMeeting(
  meeting: MeetingFact,
  year: number,
  scale: MeetingScale | undefined,
): JudgedMeeting | undefined {
  const { kind, startsAt, preparation, score } = meeting;
  const date = localDateOf(startsAt);
  if (yearOf(date) !== year) return undefined;
  return {
    valid: isValidMeeting(scale, meeting),
    ...(REGULAR.includes(kind) && {
      regular: {
        month: monthOf(date),
        prepared:
          preparation !== undefined && Date.parse(preparation.heldAt) < Date.parse(startsAt),
        ...(scale !== undefined && score !== undefined
          ? { level: meetingLevel(scale, score.points) }
          : {}),
      },
    }),
    ...(THEMATIC.includes(kind) && { thematic: { quarter: quarterOf(date) } }),
  };
}
