const SECONDS_A_DAY = 24 * 60 * 60;
/** Day 0 of a workbook's dates: 1899-12-30 makes every date since March 1900 right. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1462;

/** What the cells of a workbook rest on. */
export interface CellsOfWorkbook {
  readonly strings: readonly string[];
  /** Indexes of the cell styles whose numbers are dates. */
  readonly dateStyles: ReadonlySet<number>;
  readonly countsFrom1904: boolean;
}

export interface Cell {
  /** As stored: `s`, `b`, `n`, `str`, `inlineStr`, `e`. */
  readonly type: string;
  readonly style: number;
  readonly value: string;
}

/** The cell as it would stand in a CSV file. */
export function textOf({ type, style, value }: Cell, cells: CellsOfWorkbook): string {
  if (type === 's') return cells.strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'true' : 'false';
  if (type !== 'n' || value === '') return value;
  const number = Number(value);
  if (!cells.dateStyles.has(style)) return numberText(number, value);
  return dateText(cells.countsFrom1904 ? number + DAYS_TO_1904 : number, value);
}

/** Stored with 17 digits, of which a spreadsheet shows 15: 95.2 may be stored as 95.200000000000003. */
function numberText(number: number, stored: string): string {
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : stored;
}

/** A whole day as `YYYY-MM-DD`; with a time of day, which a workbook knows no zone of, as Vietnam's. */
function dateText(serial: number, stored: string): string {
  const at = new Date(DAY_ZERO + Math.round(serial * SECONDS_A_DAY) * 1000);
  if (Number.isNaN(at.getTime())) return stored;
  const text = at.toISOString();
  return Number.isInteger(serial) ? text.slice(0, 10) : `${text.slice(0, 19)}+07:00`;
}
