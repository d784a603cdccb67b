import type { Instant, LocalDate } from './ids';

const VIETNAM_OFFSET = '+07:00';
const VIETNAM_OFFSET_MS = 7 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The calendar date in Vietnam (UTC+7) on which an instant falls (criteria.md, section 2). */
export function localDateOf(instant: Instant): LocalDate {
  // Said in Vietnam's own time, as most are: much is asked for its date.
  if (instant.endsWith(VIETNAM_OFFSET)) return instant.slice(0, 10);
  return new Date(Date.parse(instant) + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
}

/** The first instant of a calendar date in Vietnam. */
export function startOfDay(date: LocalDate): Instant {
  return `${date}T00:00:00+07:00`;
}

/** The last millisecond of a calendar date in Vietnam. */
export function endOfDay(date: LocalDate): Instant {
  return `${date}T23:59:59.999+07:00`;
}

export function lastDayOfYear(year: number): LocalDate {
  return `${year}-12-31`;
}

/** The last millisecond of a year in Vietnam. */
export function endOfYear(year: number): Instant {
  return endOfDay(lastDayOfYear(year));
}

/** The date some days later. */
export function daysAfter(date: LocalDate, days: number): LocalDate {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** Whole calendar days; negative when the second date is the earlier one. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** The same day some months later, or the last day of that month where it has no such day. */
export function monthsAfter(date: LocalDate, months: number): LocalDate {
  const first = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + months);
  const lastDay = new Date(
    Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0),
  ).getUTCDate();
  const day = Math.min(Number(date.slice(8, 10)), lastDay);
  return `${first.toISOString().slice(0, 7)}-${String(day).padStart(2, '0')}`;
}

export function earlierOf(a: Instant, b: Instant): Instant {
  return compareInstants(a, b) <= 0 ? a : b;
}

export function laterOf(a: Instant, b: Instant): Instant {
  return compareInstants(a, b) >= 0 ? a : b;
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** Month of the year, 1–12. */
export function monthOf(date: LocalDate): number {
  return Number(date.slice(5, 7));
}

/** Quarter of the year, 1–4. */
export function quarterOf(date: LocalDate): number {
  return Math.ceil(monthOf(date) / 3);
}

/** The year, in Vietnam, in which an instant falls. */
export function yearOfInstant(instant: Instant): number {
  return yearOf(localDateOf(instant));
}

/** Negative, zero or positive as `a` is before, at or after `b`. */
export function compareInstants(a: Instant, b: Instant): number {
  return Date.parse(a) - Date.parse(b);
}
