import type { CellProblem, TableRow } from './bundle';
import { requireWithin } from './read-limits';

/** Cells that a sheet shows as one: only the first of them, above and to the left, has the value. */
export interface CellRange {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

export interface NamedColumns {
  readonly file: string;
  /** By index, those apart that the import does not know. */
  readonly names: readonly (string | undefined)[];
}

/**
 * Whoever merged cells may have meant their value for each of them, or for one: a row with an empty cell that is
 * shown as part of another is refused.
 *
 * @param rows by number, ascending
 */
export function withMergedCells(
  rows: readonly TableRow[],
  ranges: readonly CellRange[],
  { file, names }: NamedColumns,
): readonly TableRow[] {
  if (ranges.length === 0) return rows;
  const marked = [...rows];
  let covered = 0;
  for (const range of ranges) {
    let at = firstFrom(rows, range.fromRow);
    if (!hasValue(rows[at], range, names)) continue;
    for (let row = rows[at]; row !== undefined && row.number <= range.toRow; row = rows[at]) {
      covered += 1;
      requireWithin('cells', covered, file);
      const from = range.fromColumn + (row.number === range.fromRow ? 1 : 0);
      marked[at] = marking(marked[at] ?? row, names.slice(from, range.toColumn + 1));
      at += 1;
    }
  }
  return marked;
}

function marking(row: TableRow, columns: NamedColumns['names']): TableRow {
  const problems = columns.flatMap((column): readonly CellProblem[] =>
    column === undefined
      ? []
      : [
          {
            column,
            code: 'MERGED_CELL',
            reason: 'The cell is merged with others; enter the value in each cell it is meant for.',
          },
        ],
  );
  return problems.length === 0 ? row : { ...row, problems: [...(row.problems ?? []), ...problems] };
}

function hasValue(
  row: TableRow | undefined,
  { fromRow, fromColumn }: CellRange,
  names: NamedColumns['names'],
): boolean {
  if (row?.number !== fromRow) return false;
  const name = names[fromColumn];
  return name === undefined || row.cells[name] !== '';
}

/** The index of the first row of this number or a later one. */
function firstFrom(rows: readonly TableRow[], number: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.number ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
