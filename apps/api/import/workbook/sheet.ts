import { readXml } from './xml';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Day 0 of a workbook's dates: 1899-12-30 makes every date since March 1900 right. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** The sheet's cells as texts, row by row; missing rows and cells are empty. */
export function readSheet(
  xml: string,
  strings: readonly string[],
  dateStyles: ReadonlySet<number>,
): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let column = 0;
  let type = '';
  let style = 0;
  let value = '';
  let inValue = false;
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        const number = Number(attributes['r'] ?? rows.length + 1);
        while (rows.length < number - 1) rows.push([]);
        row = [];
        column = -1;
      }
      if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
        type = attributes['t'] ?? 'n';
        style = Number(attributes['s'] ?? 0);
        value = '';
      }
      if (name === 'v' || name === 't') inValue = true;
    },
    text: (text) => {
      if (inValue) value += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false;
      if (name === 'c') {
        while (row.length < column) row.push('');
        row[column] = textOf(value, type, dateStyles.has(style), strings);
      }
      if (name === 'row') rows.push(row);
    },
  });
  return rows;
}

function textOf(value: string, type: string, isDate: boolean, strings: readonly string[]): string {
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'true' : 'false';
  if (type === 'n' && isDate && value !== '') return dateText(Number(value));
  return value;
}

/** A whole day as `YYYY-MM-DD`; with a time of day, which a workbook knows no zone of, as Vietnam's. */
function dateText(serial: number): string {
  const at = new Date(DAY_ZERO + Math.round(serial * DAY_MS)).toISOString();
  return Number.isInteger(serial) ? at.slice(0, 10) : `${at.slice(0, 19)}+07:00`;
}

/** `AB12` → 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.replace(/[0-9]/g, '')) {
    column = column * 26 + (letter.charCodeAt(0) - 64);
  }
  return column - 1;
}
