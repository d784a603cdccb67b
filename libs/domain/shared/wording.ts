import { localDateOf, startOfDay } from '#vocabulary';

/** A sentence with its gaps filled; values are written as in running text. */
export function inEnglish(sentence: string, values: Readonly<Record<string, unknown>>): string {
  return sentence.replaceAll(/\{(\w+)\}/gu, (_, name: string) => phrase(values[name]));
}

function phrase(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'empty' : value.map(phrase).join(', ');
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value.trim() === '') return 'empty';
  if (DATE.test(value)) return onDay(value);
  return INSTANT.test(value) && !Number.isNaN(Date.parse(value)) ? atTime(value) : value;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/u;
const INSTANT = /^\d{4}-\d{2}-\d{2}T/u;
const LAST_MINUTE = 24 * 60 - 1;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function onDay(date: string): string {
  const [year = '', month, day] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** In Vietnam; without the time at the beginning and at the end of a day, where it says nothing. */
function atTime(instant: string): string {
  const date = localDateOf(instant);
  const minutes = (Date.parse(instant) - Date.parse(startOfDay(date))) / 60_000;
  if (minutes === 0 || minutes > LAST_MINUTE) return onDay(date);
  const [hour, minute] = [minutes / 60, minutes % 60].map((part) =>
    String(Math.floor(part)).padStart(2, '0'),
  );
  return `${onDay(date)}, ${hour}:${minute}`;
}
