import type { Table } from './bundle';
import type { RowResult } from './import-report';
import { columnsOf } from './table-import';
import type { TableImport } from './table-import';

/** What there is to say of a table's columns, before its rows; no row is taken if one is refused. */
export function resultsOfColumns({ file, columns }: Table, how: TableImport): readonly RowResult[] {
  const known = columnsOf(how);
  const about = { file, row: 0 } as const;
  const missing = how.requiredColumns
    .filter((column) => !columns.includes(column))
    .map((column): RowResult => ({
      ...about,
      outcome: 'REFUSED',
      column,
      code: 'MISSING_COLUMN',
      reason: 'The table has no such column; none of its rows was taken.',
    }));
  const twice = known
    .filter((column) => columns.indexOf(column) !== columns.lastIndexOf(column))
    .map((column): RowResult => ({
      ...about,
      outcome: 'REFUSED',
      column,
      code: 'COLUMN_TWICE',
      reason: 'The table has this column twice; none of its rows was taken.',
    }));
  const unknown = columns
    .filter((column) => !known.includes(column))
    .map((column): RowResult => ({
      ...about,
      outcome: 'IGNORED',
      column,
      code: 'UNKNOWN_COLUMN',
      reason: 'The import knows no such column; what it says was not taken.',
    }));
  return [...missing, ...twice, ...unknown];
}
