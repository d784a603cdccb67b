import type { CellRead } from '../table-builder';

const SECONDS_A_DAY = 24 * 60 * 60;
/** Day 0 of a workbook's dates: 1899-12-30 makes every date since March 1900 right. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1462;
/** 1900-03-01. Programs do not agree on the days before, for there was no 29 February 1900. */
const FIRST_CERTAIN_DAY = 61;
/** 9999-12-31. */
const LAST_DAY = 2_958_465;

/** A whole day as `YYYY-MM-DD`; with a time of day, which a workbook knows no zone of, as Vietnam's. */
export function dateOfSerial(serial: number, countsFrom1904: boolean): CellRead {
  if (serial >= 0 && serial < 1) return { text: timeOf(serial) };
  const day = countsFrom1904 ? serial + DAYS_TO_1904 : serial;
  if (!(day >= FIRST_CERTAIN_DAY && day < LAST_DAY + 1)) {
    const reason = `The cell is shown as a date, but ${serial} is none that all programs agree on.`;
    return { text: '', problem: { code: 'NOT_A_DATE', reason } };
  }
  const at = new Date(DAY_ZERO + Math.round(day * SECONDS_A_DAY) * 1000).toISOString();
  return { text: dayOrInstant(at.slice(0, 10), at.slice(11, 19)), kind: 'date' };
}

/** `2020-01-01T00:00:00.000`, as cells of the type `d` have it. */
export function dateOfIso(value: string): CellRead {
  const [, day, time, zone] = ISO.exec(value.trim()) ?? [];
  if (day === undefined) return { text: value };
  if (time === undefined) return { text: day, kind: 'date' };
  if (zone !== undefined) return { text: value.trim(), kind: 'date' };
  return { text: dayOrInstant(day, time.replace(/\.0+$/, '')), kind: 'date' };
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2})?)?$/i;

function dayOrInstant(day: string, time: string): string {
  return /^00:00(:00)?$/.test(time) ? day : `${day}T${time}+07:00`;
}

/** A time without a day is no point in time: it is refused wherever one is needed. */
function timeOf(serial: number): string {
  const at = new Date(Math.round(serial * SECONDS_A_DAY) * 1000);
  return at.toISOString().slice(11, 19);
}

/** Hours that have passed, as shown: `36:00:00`. */
export function durationOf(serial: number): string {
  const seconds = Math.round(Math.abs(serial) * SECONDS_A_DAY);
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
  const rest = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return `${serial < 0 ? '-' : ''}${Math.floor(seconds / 3600)}:${rest}`;
}
