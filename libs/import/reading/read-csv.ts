import { BundleUnreadable } from './bundle';
import type { Table } from './bundle';
import { CsvFault, csvRecords } from './csv/csv-records';
import { delimited } from './csv/delimiter';
import { spelledCell } from './csv/spelled-cell';
import { requireNoRowsInside } from './csv/swallowed-rows';
import { columnLetters } from './names';
import { readText } from './read-text';
import { READ_LIMITS } from './read-limits';
import { TableBuilder } from './table-builder';
import type { CellRead, TableOptions } from './table-builder';

/** The most columns that a spreadsheet has. */
const MAX_CELLS = 16_384;

/** Comma, semicolon or tab, whichever the header row uses; a byte-order mark is tolerated. */
export function readCsv(file: string, content: Uint8Array, options: TableOptions = {}): Table {
  const { delimiter, text } = delimited(readText(file, content));
  const builder = new TableBuilder(file, options);
  let number = 0;
  let header: readonly string[] = [];
  try {
    for (const record of csvRecords(text, { delimiter, maxCells: MAX_CELLS })) {
      number += 1;
      if (number === 1) {
        header = record;
        builder.header(indexed(record));
      } else {
        requireNoRowsInside(record, { row: number, columns: header.length, delimiter });
        builder.row(number, indexed(record));
      }
    }
  } catch (error) {
    if (error instanceof CsvFault) throw unreadable(file, error, header);
    throw error;
  }
  return builder.table();
}

function* indexed(cells: readonly string[]): Generator<readonly [number, CellRead]> {
  for (const [index, text] of cells.entries()) yield [index, spelledCell(text)];
}

function unreadable(
  file: string,
  { row, column, message }: CsvFault,
  header: readonly string[],
): BundleUnreadable {
  if (column >= READ_LIMITS.columns) {
    return new BundleUnreadable(`${file}: row ${row} ${message}.`, { code: 'LIMIT_EXCEEDED', row });
  }
  const title = header[column]?.trim() ?? '';
  const name = title === '' ? columnLetters(column) : title;
  const where = { code: 'NOT_A_CSV', row, column: name };
  return new BundleUnreadable(`${file}: the cell in row ${row}, column ${name} ${message}.`, where);
}
