import type { Instant, LocalDate } from '#vocabulary';
import type { CellKind, TableRow } from '../reading/bundle';
import { dateOf, instantOf } from './dates';
import { decimalOf, integerOf } from './numbers';
import { notTaken, quoted, taken } from './reading';
import type { Reading } from './reading';
import { idOf, textOf } from './texts';

export interface RowProblem {
  readonly column?: string;
  readonly code: string;
  readonly reason: string;
}

/** As long as the texts that the interface takes. */
const MAX_TEXT = 500;
const MAX_ITEM = 2_000;

/**
 * Reads the cells of one row as typed values, and notes a problem for every cell that is not one. It keeps the values
 * that it gave, each in the one spelling that it has here: two rows with the same values say the same.
 */
export class RowReader {
  private readonly found: RowProblem[] = [];
  private readonly values = new Map<string, string>();

  constructor(private readonly row: TableRow) {}

  get problems(): readonly RowProblem[] {
    return [...(this.row.problems ?? []), ...this.found];
  }

  /** The value of a column as it was taken; of one that nobody asked for, its text. */
  taken(column: string): string {
    return this.values.get(column) ?? this.cell(column) ?? '';
  }

  text(column: string, max = MAX_TEXT): string {
    return this.required(column, (text) => this.readText(column, text, max), '');
  }

  id(column: string): string {
    return this.required(column, (text) => this.readId(column, text), '');
  }

  optionalId(column: string): string | undefined {
    return this.optional(column, (text) => this.readId(column, text));
  }

  date(column: string): LocalDate {
    return this.required(column, dateOf, '');
  }

  optionalDate(column: string): LocalDate | undefined {
    return this.optional(column, dateOf);
  }

  /** One line that is sealed: a report names the column, and never says what stands there. */
  sealedText(column: string, max: number): string | undefined {
    return this.optional(column, (text) => untold(column, this.readText(column, text, max)));
  }

  /** A date that is sealed. */
  sealedDate(column: string): LocalDate | undefined {
    return this.optional(column, (text) => untold(column, dateOf(text)));
  }

  instant(column: string): Instant {
    return this.required(column, instantOf, '');
  }

  optionalInstant(column: string): Instant | undefined {
    return this.optional(column, instantOf);
  }

  integer(column: string): number {
    return this.required(column, (text) => integerOf(text, this.isNumber(column)), 0);
  }

  optionalInteger(column: string): number | undefined {
    return this.optional(column, (text) => integerOf(text, this.isNumber(column)));
  }

  decimal(column: string): string {
    return this.required(column, (text) => decimalOf(text, this.isNumber(column)), '');
  }

  optionalDecimal(column: string): string | undefined {
    return this.optional(column, (text) => decimalOf(text, this.isNumber(column)));
  }

  /** Empty is `false`. */
  boolean(column: string): boolean {
    const value = this.optionalBoolean(column) ?? false;
    this.values.set(column, String(value));
    return value;
  }

  optionalBoolean(column: string): boolean | undefined {
    return this.optional(column, booleanOf);
  }

  oneOf<Value extends string>(column: string, values: readonly Value[]): Value | undefined {
    return this.required(column, (text) => oneOf(text, values), undefined);
  }

  optionalOneOf<Value extends string>(column: string, values: readonly Value[]): Value | undefined {
    return this.optional(column, (text) => oneOf(text, values));
  }

  /** Texts separated by `|`. */
  list(column: string): readonly string[] {
    return this.each(column, (text) => this.readText(column, text, MAX_ITEM));
  }

  /** Ids separated by `|`. */
  ids(column: string): readonly string[] {
    return this.each(column, (text) => this.readId(column, text));
  }

  listOf<Value extends string>(column: string, values: readonly Value[]): readonly Value[] {
    return this.each(column, (text) => oneOf(text, values));
  }

  /** `GROUP=points`, separated by `|`; in the order of the groups. */
  points(column: string): Readonly<Record<string, string>> | undefined {
    const entries = this.parts(column);
    if (entries.length === 0) return undefined;
    const points = new Map<string, string>();
    for (const text of entries) {
      const [group = '', value, ...rest] = text.split('=').map((part) => part.trim());
      if (group === '' || value === undefined || rest.length > 0) {
        this.note(column, 'NOT_A_PAIR', `${quoted(text)} is not of the form GROUP=points.`);
      } else if (points.has(group)) {
        this.note(column, 'GIVEN_TWICE', `The group ${group} is listed twice.`);
      } else {
        this.checked(column, idOf(group));
        const decimal = this.checked(column, decimalOf(value, false));
        if (decimal !== undefined) points.set(group, decimal);
      }
    }
    const inOrder = [...points].sort(([a], [b]) => (a < b ? -1 : 1));
    this.values.set(column, inOrder.map(([group, value]) => `${group}=${value}`).join('|'));
    return Object.fromEntries(inOrder);
  }

  /** The values of `columns` require a value in `column`. */
  needs(column: string, ...columns: readonly string[]): void {
    if (this.cell(column) !== undefined) return;
    const dependent = columns.find((other) => this.cell(other) !== undefined);
    if (dependent !== undefined) {
      const reason = `${column} is empty; ${dependent} requires it.`;
      this.note(column, 'MISSING_VALUE', reason);
    }
  }

  /** A cell that has no value to take is told once, for what it is. */
  note(column: string, code: string, reason: string): void {
    const isOfCell = this.row.problems?.some((problem) => problem.column === column) === true;
    const isKnown = this.found.some((problem) => problem.column === column);
    if (isOfCell || (isKnown && code === 'MISSING_VALUE')) return;
    this.found.push({ column, code, reason });
  }

  private required<T>(column: string, read: (text: string) => Reading<T>, none: T): T {
    const text = this.cell(column);
    if (text === undefined) {
      this.note(column, 'MISSING_VALUE', `${column} is empty; a value is required.`);
    }
    return this.optional(column, read) ?? none;
  }

  private optional<T>(column: string, read: (text: string) => Reading<T>): T | undefined {
    const text = this.cell(column);
    const value = text === undefined ? undefined : this.checked(column, read(text));
    if (value !== undefined) this.values.set(column, String(value));
    return value;
  }

  private each<T extends string>(column: string, read: (text: string) => Reading<T>): readonly T[] {
    const values = this.parts(column).flatMap((text) => this.checked(column, read(text)) ?? []);
    this.values.set(column, values.join('|'));
    return values;
  }

  private parts(column: string): readonly string[] {
    return (this.cell(column) ?? '')
      .split('|')
      .map((value) => value.trim())
      .filter((value) => value !== '');
  }

  private checked<T>(column: string, reading: Reading<T>): T | undefined {
    if (reading.ok) return reading.value;
    this.note(column, reading.code, reading.reason);
    return undefined;
  }

  private readText(column: string, text: string, max: number): Reading<string> {
    return this.shownAs(column) ?? textOf(text, max);
  }

  private readId(column: string, text: string): Reading<string> {
    return this.shownAs(column) ?? idOf(text);
  }

  /** A workbook holds a number and shows something else: which of them is the text, it does not say. */
  private shownAs(column: string): Reading<never> | undefined {
    const kind: CellKind | undefined = this.row.kinds?.[column];
    if (kind === undefined || kind === 'number') return undefined;
    const what = kind === 'date' ? 'a date' : 'a number that is shown in another form';
    return notTaken(
      'NOT_A_TEXT',
      `The cell is ${what}, where a text is needed. Format it as a text, and enter it again.`,
    );
  }

  private isNumber(column: string): boolean {
    const kind = this.row.kinds?.[column];
    return kind === 'number' || kind === 'shown';
  }

  private cell(column: string): string | undefined {
    const value = this.row.cells[column];
    return value === undefined || value === '' ? undefined : value;
  }
}

function booleanOf(text: string): Reading<boolean> {
  const value = text.toLowerCase();
  if (value === 'true' || value === 'false') return taken(value === 'true');
  return notTaken('NOT_A_BOOLEAN', `${quoted(text)} is neither true nor false.`);
}

function oneOf<Value extends string>(text: string, values: readonly Value[]): Reading<Value> {
  const known = values.find((candidate) => candidate === text);
  return known === undefined
    ? notTaken('NOT_ONE_OF', `${quoted(text)} is not one of ${values.join(', ')}.`)
    : taken(known);
}

/** The reading without what it says of the text. */
function untold<T>(column: string, reading: Reading<T>): Reading<T> {
  return reading.ok
    ? reading
    : notTaken(reading.code, `What stands in ${column} cannot be taken; it is not shown here.`);
}
