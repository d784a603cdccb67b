import { CsvFault } from './csv-records';

export interface InTable {
  readonly row: number;
  readonly columns: number;
  readonly delimiter: string;
}

/**
 * A quote that nobody closed ends at the next quote of another row, and may well leave a row of the right length: the
 * cell then holds the end of one row and the beginning of another.
 *
 * @throws CsvFault where a cell of several lines looks like that
 */
export function requireNoRowsInside(record: readonly string[], table: InTable): void {
  for (const [column, cell] of record.entries()) {
    if (!/[\r\n]/.test(cell)) continue;
    const lines = cell.split(/\r\n|\r|\n/).map((line) => line.split(table.delimiter).length - 1);
    const [first = 0, last = 0] = [lines[0], lines.at(-1)];
    const isTwoRows = first >= table.columns - 1 - column && last >= column && first + last > 0;
    const isRow = (delimiters: number): boolean =>
      delimiters > 0 && delimiters >= table.columns - 1;
    if (isTwoRows || lines.slice(1, -1).some(isRow)) {
      throw new CsvFault(
        table.row,
        column,
        `has a quote that is closed ${lines.length - 1} lines further down, with what looks like whole rows in between`,
      );
    }
  }
}
