import { compareInstants, localDateOf, startOfDay } from '#domain';
import type { Instant, LocalDate } from '#domain';

/** Something that is only known by its date, and cannot have been before `earliest` on that date. */
export function onDateNotBefore(date: LocalDate, earliest: Instant): Instant {
  const start = startOfDay(date);
  const isSameDay = earliest !== '' && localDateOf(earliest) === date;
  return isSameDay && compareInstants(start, earliest) < 0 ? earliest : start;
}

export function laterDate(date: LocalDate, other: LocalDate | undefined): LocalDate {
  return other !== undefined && other > date ? other : date;
}
