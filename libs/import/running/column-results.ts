import type { Table } from '../reading/bundle';
import type { RowResult } from '../report/import-report';
import { columnsOf } from '../tables';
import type { TableImport } from '../tables';

/** Results for the columns of a table. If one is refused, no row of the table is imported. */
export function columnResults({ file, columns }: Table, table: TableImport): readonly RowResult[] {
  const known = columnsOf(table);
  const about = { file, row: 0 } as const;
  const missing = table.requiredColumns
    .filter((column) => !columns.includes(column))
    .map((column): RowResult => ({
      ...about,
      outcome: 'REFUSED',
      column,
      code: 'MISSING_COLUMN',
      reason: `${file} has no column ${column}; none of its rows was imported.`,
    }));
  const twice = known
    .filter((column) => columns.indexOf(column) !== columns.lastIndexOf(column))
    .map((column): RowResult => ({
      ...about,
      outcome: 'REFUSED',
      column,
      code: 'COLUMN_TWICE',
      reason: `${file} has the column ${column} twice; none of its rows was imported.`,
    }));
  const unknown = columns
    .filter((column) => !known.includes(column))
    .map((column): RowResult => ({
      ...about,
      outcome: 'IGNORED',
      column,
      code: 'UNKNOWN_COLUMN',
      reason: `The import has no column ${column}; its values were ignored.`,
    }));
  return [...missing, ...twice, ...unknown];
}
