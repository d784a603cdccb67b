import type { LocalDate } from '#domain';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whole calendar days; negative when the second date is the earlier one. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

export function daysAfter(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}
