import { DatabaseSync } from 'node:sqlite';
import type { Sizes } from './sizes';

/**
 * Pages in use, by table, from SQLite's own statistics. Side tables, named `TABLE/INDEX`, are the indexes over lists;
 * how they are named is the store's affair, but that is all that they can be.
 */
export function tablesOf(path: string): readonly Sizes[] {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    const pages = new Map(
      db
        .prepare('SELECT name, sum(pgsize) AS bytes FROM dbstat GROUP BY name')
        .all()
        .map(({ name, bytes }) => [String(name), Number(bytes)]),
    );
    const objects = db
      .prepare("SELECT type, name, tbl_name FROM sqlite_master WHERE type IN ('table', 'index')")
      .all()
      .map(({ type, name, tbl_name: table }) => ({
        isTable: type === 'table',
        name: String(name),
        owner: String(table).split('/')[0] ?? '',
      }));
    const owners = new Set(objects.map(({ owner }) => owner));
    return [...owners].map((owner) => {
      const own = objects.filter((one) => one.owner === owner);
      const bytesOf = (isData: boolean): number =>
        own
          .filter(({ isTable, name }) => (isTable && name === owner) === isData)
          .reduce((sum, { name }) => sum + (pages.get(name) ?? 0), 0);
      return { name: owner, rows: rowsOf(db, owner), data: bytesOf(true), indexes: bytesOf(false) };
    });
  } finally {
    db.close();
  }
}

function rowsOf(db: DatabaseSync, table: string): number {
  const quoted = `"${table.replaceAll('"', '""')}"`;
  return Number(db.prepare(`SELECT count(*) AS rows FROM ${quoted}`).get()?.rows ?? 0);
}
