import { quoted, type Database } from './database';
import { sideKeys, tableName, type IndexLayout, type Layout, type SideLayout } from './layout';
import { RowWriter } from './row-writer';

/** `doc` numbers documents in the order of their creation: appending to the table stays sequential whatever the ids are. */
export function createTables(database: Database, layout: Layout): void {
  const columns = layout.columns.map(({ name }) => `${name}, `).join('');
  database.exec(`
    CREATE TABLE ${layout.table} (
      doc INTEGER PRIMARY KEY, id TEXT NOT NULL, position INTEGER NOT NULL, ${columns}json TEXT
    );
    CREATE UNIQUE INDEX ${quoted(`${tableName(layout.definition)}/id`)} ON ${layout.table} (id);
  `);
  for (const side of layout.sides) {
    const keys = side.definition.fields.map(side.columnOf).join(', ');
    database.exec(
      `CREATE TABLE ${side.name} (${keys}, id, doc, PRIMARY KEY (${keys}, id)) WITHOUT ROWID`,
    );
  }
}

export function dropTables(database: Database, layout: Layout): void {
  for (const side of layout.sides) database.exec(`DROP TABLE ${side.name}`);
  database.exec(`DROP TABLE ${layout.table}`);
}

export function emptyTables(database: Database, layout: Layout): void {
  for (const side of layout.sides) database.exec(`DELETE FROM ${side.name}`);
  database.exec(`DELETE FROM ${layout.table}`);
}

/** Tombstones (documents without json) stand in no index but the one by id. */
export function buildMain(database: Database, layout: Layout, index: IndexLayout): void {
  const keys = index.definition.fields.map(index.columnOf).join(', ');
  database.exec(
    `CREATE INDEX ${index.name} ON ${layout.table} (${keys}, id) WHERE json IS NOT NULL`,
  );
}

/**
 * Staged and sorted first: filling a clustered table in key order is several times faster than in document order. All at
 * once, because reading and parsing the documents is most of the work.
 */
export function buildSides(database: Database, layout: Layout, sides: readonly SideLayout[]): void {
  const staging = sides.map((side, number) => staged(database, side, `temp.staged${number}`));
  const documents = database.statement(
    `SELECT doc, id, json FROM ${layout.table} WHERE json IS NOT NULL`,
  );
  for (const row of documents.iterate()) {
    const { doc, id, json } = row;
    if (typeof id !== 'string' || typeof json !== 'string' || typeof doc !== 'number') continue;
    const body: unknown = JSON.parse(json);
    for (const { side, rows } of staging) {
      for (const key of sideKeys(side, id, body)) rows.add([...key, id, doc]);
    }
  }
  for (const { side, keys, rows, table } of staging) {
    rows.flush();
    database.exec(
      `INSERT INTO ${side.name} SELECT * FROM ${table} ORDER BY ${keys}, id; DROP TABLE ${table}`,
    );
  }
}

function staged(database: Database, side: SideLayout, table: string) {
  const keys = side.definition.fields.map(side.columnOf).join(', ');
  database.exec(`DROP TABLE IF EXISTS ${table}; CREATE TABLE ${table} (${keys}, id, doc)`);
  const rows = new RowWriter(database, table, side.definition.fields.length + 2);
  return { side, keys, rows, table };
}
