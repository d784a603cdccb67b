import { digestOf, nameBasedUuids } from '#commands';
import type { TableRow } from '../reading/bundle';
import { columnsOf } from '../tables';
import type { TableImport } from '../tables';

const commandIds = nameBasedUuids('0c7f5a42-3a0f-5d5b-8a55-2f6de1c4b7a1');

export interface RowIdentity {
  /** Of the row among all rows of all tables: `meetings/cell-1-2024-01`. */
  readonly key: string;
  readonly digest: string;
  /** The id of the row's n-th command: the same row always gives the same commands. */
  commandId(step: number): string;
}

/** From the table, the row's key and what the import takes of its content; not from where it stands. */
export function identityOf(table: string, tableImport: TableImport, row: TableRow): RowIdentity {
  const key = tableImport.keyColumns.map((column) => row.cells[column] ?? '').join('/');
  const content = [...columnsOf(tableImport)].sort().flatMap((column) => {
    const value = row.cells[column] ?? '';
    // A column that is empty says no more than one that is missing.
    return value === '' ? [] : [[column, value]];
  });
  return identity(table, key, JSON.stringify(content));
}

export function identity(table: string, key: string, content: string): RowIdentity {
  const digest = digestOf(content);
  return {
    key: `${table}/${key}`,
    digest,
    commandId: (step) => commandIds([table, key, digest, step].join('\n')),
  };
}
