import type { LocalDate } from '#domain';

export function isOfYear(date: LocalDate, year: number): boolean {
  return date.startsWith(`${year}-`);
}
