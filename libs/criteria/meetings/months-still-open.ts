import type { OrganisationYearFacts } from '../facts';

export const MONTHS_OF_YEAR = 12;
export const QUARTERS_OF_YEAR = 4;

/** Months without a regular meeting held that neither `MeetingMissed` nor `PeriodClosed` has closed. */
export function monthsStillOpen({
  meetings,
  missedMonths,
  periodClosed,
}: OrganisationYearFacts): number {
  if (periodClosed) return 0;
  const missed = missedMonths.map(({ month }) => month);
  return MONTHS_OF_YEAR - new Set([...meetings.monthsHeld, ...missed]).size;
}
