import type { LocalDate } from '#vocabulary';

export function isOfYear(date: LocalDate, year: number): boolean {
  return date.startsWith(`${year}-`);
}
