import { localDateOf, monthOf, quarterOf, yearOf } from '#vocabulary';
import type { MeetingKind } from '#vocabulary';
import type { MeetingFact, OrganisationYearFacts } from '../facts';

/** A combined sitting is the month's regular meeting and the quarter's thematic one. */
const REGULAR: readonly MeetingKind[] = ['REGULAR', 'COMBINED'];
const THEMATIC: readonly MeetingKind[] = ['THEMATIC', 'COMBINED'];

function heldInYear(
  facts: OrganisationYearFacts,
  kinds: readonly MeetingKind[],
): readonly MeetingFact[] {
  return facts.meetings.filter(
    ({ kind, startsAt }) => kinds.includes(kind) && yearOf(localDateOf(startsAt)) === facts.year,
  );
}

/** Regular meetings held in the year, valid or not. */
export function regularMeetings(facts: OrganisationYearFacts): readonly MeetingFact[] {
  return heldInYear(facts, REGULAR);
}

/** Thematic meetings held in the year, valid or not. */
export function thematicMeetings(facts: OrganisationYearFacts): readonly MeetingFact[] {
  return heldInYear(facts, THEMATIC);
}

export function monthOfMeeting({ startsAt }: MeetingFact): number {
  return monthOf(localDateOf(startsAt));
}

export function quarterOfMeeting({ startsAt }: MeetingFact): number {
  return quarterOf(localDateOf(startsAt));
}

export const MONTHS_OF_YEAR = 12;
export const QUARTERS_OF_YEAR = 4;

export function monthsHeld(facts: OrganisationYearFacts): ReadonlySet<number> {
  return new Set(regularMeetings(facts).map(monthOfMeeting));
}

/** Months without a regular meeting held that neither `MeetingMissed` nor `PeriodClosed` has closed. */
export function monthsStillOpen(facts: OrganisationYearFacts): number {
  if (facts.periodClosed) return 0;
  const missed = facts.missedMonths.map(({ month }) => month);
  return MONTHS_OF_YEAR - new Set([...monthsHeld(facts), ...missed]).size;
}
