import { localDateOf } from '#vocabulary';
import type { Instant, LocalDate } from '#vocabulary';

export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
export const QUARTERS = [1, 2, 3, 4] as const;

/** Month of the year, in Vietnam. */
export function monthOf(at: Instant): number {
  return Number(localDateOf(at).slice(5, 7));
}

export function quarterOf(month: number): number {
  return Math.ceil(month / 3);
}

export function lastDayOfMonth(year: number, month: number): LocalDate {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

export function lastMonthOf(quarter: number): number {
  return quarter * 3;
}

export function lastDayOfQuarter(year: number, quarter: number): LocalDate {
  return lastDayOfMonth(year, lastMonthOf(quarter));
}
