import { compareInstants, localDateOf, startOfDay } from '#vocabulary';
import type { Instant, LocalDate } from '#vocabulary';
import { notTaken, quoted, taken } from './reading';
import type { Reading } from './reading';

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

/** A date may come with the time at which it begins in Vietnam. */
const MIDNIGHT = /[t ]00:00(:00(\.0+)?)?(\+07(:?00)?)?$/i;

export function dateOf(text: string): Reading<LocalDate> {
  const date = text.replace(MIDNIGHT, '');
  if (isCalendarDate(date)) return taken(date);
  return notTaken('NOT_A_DATE', `${quoted(text)} is not a date; write YYYY-MM-DD.`);
}

/** RFC 3339; the seconds, and the minutes of the zone, may be left out. */
const INSTANT =
  /^(.{10})[t ]((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(?:(z)|([+-](?:[01]\d|2[0-3])):?([0-5]\d)?)$/i;

/** A point in time as Vietnam's clocks show it: 12:00 in UTC is 19:00 there, and the same. */
export function instantOf(text: string): Reading<Instant> {
  const [, date = '', time = '', second = '00', part = '', utc, hours, minutes = '00'] =
    INSTANT.exec(text) ?? [];
  if (!isCalendarDate(date)) {
    return notTaken(
      'NOT_AN_INSTANT',
      `${quoted(text)} is not a point in time; write 2024-01-31T19:00:00+07:00.`,
    );
  }
  const zone = utc === undefined ? `${hours ?? ''}:${minutes}` : '+00:00';
  const fraction = part.replace(/0+$/, '');
  const at = `${date}T${time}:${second}`;
  const local = zone === '+07:00' ? at : inVietnam(`${at}${zone}`);
  return taken(`${local}${fraction === '' ? '' : `.${fraction}`}+07:00`);
}

const VIETNAM_OFFSET_MS = 7 * 60 * 60 * 1000;

function inVietnam(instant: Instant): string {
  return new Date(Date.parse(instant) + VIETNAM_OFFSET_MS).toISOString().slice(0, 19);
}
