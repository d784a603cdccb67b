import { createHash } from 'node:crypto';
import { v5 as uuidv5 } from 'uuid';
import type { Table, TableRow } from './bundle';

const NAMESPACE = '0c7f5a42-3a0f-5d5b-8a55-2f6de1c4b7a1';

export interface RowIdentity {
  readonly key: string;
  readonly digest: string;
  /** The id of the row's n-th command: the same row always gives the same commands. */
  commandId(step: number): string;
}

/** From the table, the row's key and the row's content; not from where in the file it stands. */
export function identityOf(
  table: string,
  keyColumns: readonly string[],
  { columns }: Pick<Table, 'columns'>,
  row: TableRow,
): RowIdentity {
  const key = keyColumns.map((column) => row.cells[column] ?? '').join('/');
  const content = [...columns].sort().flatMap((column) => {
    const value = row.cells[column] ?? '';
    // A column that is empty says no more than one that is missing.
    return value === '' ? [] : [[column, value]];
  });
  return identity(table, key, JSON.stringify(content));
}

export function identity(table: string, key: string, content: string): RowIdentity {
  const digest = createHash('sha256').update(content).digest('base64url').slice(0, 22);
  return {
    key,
    digest,
    commandId: (step) => uuidv5([table, key, digest, step].join('\n'), NAMESPACE),
  };
}
