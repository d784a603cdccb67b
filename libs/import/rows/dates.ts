import { compareInstants, localDateOf, startOfDay } from '#vocabulary';
import type { Instant, LocalDate } from '#vocabulary';

/** Something that is only known by its date, and cannot have been before `earliest` on that date. */
export function onDateNotBefore(date: LocalDate, earliest: Instant): Instant {
  const start = startOfDay(date);
  const isSameDay = earliest !== '' && localDateOf(earliest) === date;
  return isSameDay && compareInstants(start, earliest) < 0 ? earliest : start;
}

export function laterDate(date: LocalDate, other: LocalDate | undefined): LocalDate {
  return other !== undefined && other > date ? other : date;
}

/** `YYYY-MM-DD`, and a day that there is. */
export function isCalendarDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const RFC_3339 =
  /^(.{10})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** A point in time of RFC 3339; the seconds may be left out. */
export function isInstant(text: string): boolean {
  return isCalendarDate(RFC_3339.exec(text)?.[1] ?? '');
}
