import { canonicalText } from '#vocabulary';
import type { CellKind, CellProblem, Table, TableRow } from './bundle';
import { withMergedCells } from './merged-cells';
import type { CellRange } from './merged-cells';
import { columnLetters, plainName } from './names';
import { ReadBudget, requireWithin } from './read-limits';

/** One cell as a file has it. */
export interface CellRead {
  readonly text: string;
  readonly kind?: CellKind;
  /** Why it has no value that could be taken. */
  readonly problem?: Omit<CellProblem, 'column'>;
}

export interface TableOptions {
  /** The columns that the import knows; of others, it keeps nothing but the name. Default: all. */
  readonly known?: readonly string[];
  readonly budget?: ReadBudget;
}

interface Column {
  readonly name: string;
  readonly isKnown: boolean;
}

/** Makes a table of its rows, however they were stored; the first is the header. Empty rows do not count. */
export class TableBuilder {
  private columns: readonly Column[] = [];
  private readonly rows: TableRow[] = [];
  private badRows = 0;
  private readonly known: ReadonlySet<string> | undefined;
  private readonly budget: ReadBudget;

  constructor(
    private readonly file: string,
    { known, budget = new ReadBudget() }: TableOptions = {},
  ) {
    this.known = known && new Set(known);
    this.budget = budget;
  }

  header(cells: Iterable<readonly [index: number, CellRead]>): void {
    const columns: Column[] = [];
    for (const [index, { text }] of cells) {
      requireWithin('columns', index + 1, this.file);
      while (columns.length < index) columns.push({ name: '', isKnown: false });
      columns.push(this.column(text));
    }
    while (columns.at(-1)?.name === '') columns.pop();
    this.columns = columns;
  }

  row(number: number, cells: Iterable<readonly [index: number, CellRead]>): void {
    const row = new RowBuilder(this.columns);
    for (const [index, cell] of cells) {
      if (cell.problem === undefined && cell.text.trim() === '') continue;
      row.add(index, cell);
      this.budget.take(cell.text, this.file);
    }
    const built = row.built(number);
    if (built === undefined) return;
    if (built.problems !== undefined) {
      this.badRows += 1;
      requireWithin('badRows', this.badRows, this.file);
    }
    this.rows.push(built);
  }

  table(merged: readonly CellRange[] = []): Table {
    const names = this.columns.map(({ name, isKnown }) => (isKnown ? name : undefined));
    return {
      file: this.file,
      columns: this.columns.flatMap(({ name }) => (name === '' ? [] : [name])),
      rows: withMergedCells(this.rows, merged, { file: this.file, names }),
    };
  }

  private column(title: string): Column {
    const name = title.normalize('NFC').trim();
    if (this.known === undefined) return { name, isKnown: name !== '' };
    const plain = plainName(name);
    return this.known.has(plain) ? { name: plain, isKnown: true } : { name, isKnown: false };
  }
}

class RowBuilder {
  private readonly cells: Record<string, string>;
  private readonly kinds: Record<string, CellKind> = {};
  private readonly spelled: Record<string, string> = {};
  private readonly problems: CellProblem[] = [];
  private isEmpty = true;
  private isSpelledOtherwise = false;
  private hasKinds = false;

  constructor(private readonly columns: readonly Column[]) {
    this.cells = Object.fromEntries(
      columns.flatMap(({ name, isKnown }) => (isKnown ? [[name, '']] : [])),
    );
  }

  add(index: number, { text, kind, problem }: CellRead): void {
    this.isEmpty = false;
    const column = this.columns[index];
    if (column === undefined || column.name === '') {
      this.withoutColumn(index);
      return;
    }
    const { name, isKnown } = column;
    if (!isKnown) return;
    if (problem !== undefined) this.problems.push({ column: name, ...problem });
    const trimmed = text.trim();
    const value = canonicalText(trimmed);
    this.cells[name] = value;
    if (kind !== undefined) {
      this.kinds[name] = kind;
      this.hasKinds = true;
    }
    if (value !== trimmed) {
      this.spelled[name] = trimmed;
      this.isSpelledOtherwise = true;
    }
  }

  built(number: number): TableRow | undefined {
    if (this.isEmpty) return undefined;
    const { cells, kinds, spelled, problems } = this;
    return {
      number,
      cells,
      ...(this.hasKinds && { kinds }),
      ...(this.isSpelledOtherwise && { spelled: { ...cells, ...spelled } }),
      ...(problems.length > 0 && { problems }),
    };
  }

  /** The first says it: what comes after it is of the same making. */
  private withoutColumn(index: number): void {
    if (this.problems.some(({ code }) => code === 'CELL_WITHOUT_COLUMN')) return;
    const reason =
      'The cell has no column: the header is empty here. Quote cells in which the separator occurs.';
    this.problems.push({ column: columnLetters(index), code: 'CELL_WITHOUT_COLUMN', reason });
  }
}
