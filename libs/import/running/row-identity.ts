import { digestOf, nameBasedUuids } from '#commands';
import type { TableRow } from '../reading/bundle';
import type { RowReader } from '../rows/row-reader';
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

/**
 * From the table, and from the values that were taken of the row: not from how they are spelled, nor from where the
 * row stands.
 */
export function identityOf(
  table: string,
  tableImport: TableImport,
  reader: RowReader,
): RowIdentity {
  const key = tableImport.keyColumns.map((column) => keyPart(reader.taken(column))).join('/');
  return identity(
    table,
    key,
    contentOf(tableImport, (column) => reader.taken(column)),
  );
}

/** As rows were told apart before values were: by how their cells are spelled. Logs of then have it. */
export function spelledIdentityOf(
  table: string,
  tableImport: TableImport,
  { cells, spelled = cells }: TableRow,
): RowIdentity {
  const key = tableImport.keyColumns.map((column) => spelled[column] ?? '').join('/');
  return identity(
    table,
    key,
    contentOf(tableImport, (column) => spelled[column] ?? ''),
  );
}

export function identity(table: string, key: string, content: string): RowIdentity {
  const digest = digestOf(content);
  return {
    key: `${table}/${key}`,
    digest,
    commandId: (step) => commandIds([table, key, digest, step].join('\n')),
  };
}

function contentOf(tableImport: TableImport, valueOf: (column: string) => string): string {
  const { sealedColumns = [] } = tableImport;
  // A digest of a name would tell it to whoever tries names: what is sealed is compared under its key.
  const columns = columnsOf(tableImport).filter((column) => !sealedColumns.includes(column));
  const content = columns.sort().flatMap((column) => {
    const value = valueOf(column);
    // A column that is empty says no more than one that is missing.
    return value === '' ? [] : [[column, value]];
  });
  return JSON.stringify(content);
}

/** What separates the parts of a key does not stand inside them. */
function keyPart(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('/', '%2F');
}
