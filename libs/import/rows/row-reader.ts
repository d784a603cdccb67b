import type { Instant, LocalDate } from '#vocabulary';
import type { TableRow } from '../reading/bundle';
import { isCalendarDate, isInstant } from './dates';

export interface RowProblem {
  readonly column?: string;
  readonly code: string;
  readonly reason: string;
}

/** Reads the cells of one row as typed values, and notes a problem for every cell that is not one. */
export class RowReader {
  private readonly found: RowProblem[] = [];

  constructor(private readonly row: TableRow) {}

  get problems(): readonly RowProblem[] {
    return this.found;
  }

  text(column: string): string {
    const value = this.optionalText(column);
    if (value === undefined) {
      this.note(column, 'MISSING_VALUE', `${column} is empty; a value is required.`);
    }
    return value ?? '';
  }

  optionalText(column: string): string | undefined {
    const value = this.row.cells[column];
    return value === undefined || value === '' ? undefined : value;
  }

  date(column: string): LocalDate {
    return this.checkedDate(column, this.text(column)) ?? '';
  }

  optionalDate(column: string): LocalDate | undefined {
    return this.checkedDate(column, this.optionalText(column));
  }

  instant(column: string): Instant {
    return this.checkedInstant(column, this.text(column)) ?? '';
  }

  optionalInstant(column: string): Instant | undefined {
    return this.checkedInstant(column, this.optionalText(column));
  }

  integer(column: string): number {
    return this.checkedInteger(column, this.text(column)) ?? 0;
  }

  optionalInteger(column: string): number | undefined {
    return this.checkedInteger(column, this.optionalText(column));
  }

  decimal(column: string): string {
    return this.checkedDecimal(column, this.text(column)) ?? '';
  }

  optionalDecimal(column: string): string | undefined {
    return this.checkedDecimal(column, this.optionalText(column));
  }

  boolean(column: string): boolean {
    return this.optionalBoolean(column) ?? false;
  }

  optionalBoolean(column: string): boolean | undefined {
    const value = this.optionalText(column)?.toLowerCase();
    if (value === undefined) return undefined;
    if (value === 'true' || value === 'false') return value === 'true';
    this.note(column, 'NOT_A_BOOLEAN', `${quoted(value)} is neither true nor false.`);
    return undefined;
  }

  oneOf<Value extends string>(column: string, values: readonly Value[]): Value | undefined {
    return this.checkedOneOf(column, this.text(column), values);
  }

  optionalOneOf<Value extends string>(column: string, values: readonly Value[]): Value | undefined {
    return this.checkedOneOf(column, this.optionalText(column), values);
  }

  /** Values separated by `|`. */
  list(column: string): readonly string[] {
    return (this.optionalText(column) ?? '')
      .split('|')
      .map((value) => value.trim())
      .filter((value) => value !== '');
  }

  listOf<Value extends string>(column: string, values: readonly Value[]): readonly Value[] {
    return this.list(column).flatMap((value) => this.checkedOneOf(column, value, values) ?? []);
  }

  /** `GROUP=points`, separated by `|`. */
  points(column: string): Readonly<Record<string, string>> | undefined {
    const entries = this.list(column);
    if (entries.length === 0) return undefined;
    const points = new Map<string, string>();
    for (const text of entries) {
      const [group, value, ...rest] = text.split('=').map((part) => part.trim());
      const isPair =
        group !== undefined && group !== '' && value !== undefined && rest.length === 0;
      const decimal = isPair ? this.checkedDecimal(column, value) : undefined;
      if (!isPair) {
        this.note(column, 'NOT_A_PAIR', `${quoted(text)} is not of the form GROUP=points.`);
      } else if (points.has(group)) {
        this.note(column, 'GIVEN_TWICE', `The group ${group} is listed twice.`);
      } else if (decimal !== undefined) points.set(group, decimal);
    }
    return Object.fromEntries(points);
  }

  /** The values of `columns` require a value in `column`. */
  needs(column: string, ...columns: readonly string[]): void {
    if (this.optionalText(column) !== undefined) return;
    const dependent = columns.find((other) => this.optionalText(other) !== undefined);
    if (dependent !== undefined) {
      const reason = `${column} is empty; ${dependent} requires it.`;
      this.note(column, 'MISSING_VALUE', reason);
    }
  }

  note(column: string, code: string, reason: string): void {
    this.found.push({ column, code, reason });
  }

  private checkedDate(column: string, value: string | undefined): LocalDate | undefined {
    if (value === undefined || value === '') return undefined;
    if (isCalendarDate(value)) return value;
    this.note(column, 'NOT_A_DATE', `${quoted(value)} is not a date; write YYYY-MM-DD.`);
    return undefined;
  }

  private checkedInstant(column: string, value: string | undefined): Instant | undefined {
    if (value === undefined || value === '') return undefined;
    const instant = value.toUpperCase();
    if (isInstant(instant)) return instant;
    this.note(
      column,
      'NOT_AN_INSTANT',
      `${quoted(value)} is not a point in time; write 2024-01-31T19:00:00+07:00.`,
    );
    return undefined;
  }

  private checkedInteger(column: string, value: string | undefined): number | undefined {
    if (value === undefined || value === '') return undefined;
    if (/^-?\d{1,9}(\.0+)?$/.test(value)) return Number(value);
    this.note(column, 'NOT_AN_INTEGER', `${quoted(value)} is not a whole number.`);
    return undefined;
  }

  private checkedDecimal(column: string, value: string | undefined): string | undefined {
    if (value === undefined || value === '') return undefined;
    if (/^-?\d{1,30}(\.\d{1,30})?$/.test(value)) return value;
    this.note(column, 'NOT_A_NUMBER', `${quoted(value)} is not a decimal number like 104.5.`);
    return undefined;
  }

  private checkedOneOf<Value extends string>(
    column: string,
    value: string | undefined,
    values: readonly Value[],
  ): Value | undefined {
    if (value === undefined || value === '') return undefined;
    const known = values.find((candidate) => candidate === value);
    if (known === undefined) {
      this.note(column, 'NOT_ONE_OF', `${quoted(value)} is not one of ${values.join(', ')}.`);
    }
    return known;
  }
}

const MAX_QUOTED = 60;

function quoted(value: string): string {
  return `“${value.length > MAX_QUOTED ? `${value.slice(0, MAX_QUOTED)}…` : value}”`;
}
