import type { Instant, LocalDate } from '#domain';

const VIETNAM_OFFSET_MS = 7 * 60 * 60 * 1000;

/** The calendar date in Vietnam (UTC+7) on which an instant falls: year, month and quarter follow it. */
export function vietnamDate(instant: Instant): LocalDate {
  return new Date(Date.parse(instant) + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** Month 1–12. */
export function monthOf(date: LocalDate): number {
  return Number(date.slice(5, 7));
}

/** Quarter 1–4. */
export function quarterOf(date: LocalDate): number {
  return Math.ceil(monthOf(date) / 3);
}
