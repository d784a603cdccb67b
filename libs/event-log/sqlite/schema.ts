import type { DatabaseSync } from 'node:sqlite';

export const FORMAT_VERSION = '1';

/**
 * `event.position` is counted by the log itself, from 1 and without gaps.
 *
 * Ids are text in the table, for people, but sixteen bytes in their index: it is the one index written at random
 * places, and its size decides how much each commit has to write.
 */
const TABLES = `
  CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE event (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    schema_version INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL
  ) STRICT;

  CREATE UNIQUE INDEX event_by_stream ON event (stream, revision);
  CREATE UNIQUE INDEX event_by_id ON event (unhex(id, '-'));
`;

export function isEmpty(db: DatabaseSync): boolean {
  return db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
}

export function createTables(db: DatabaseSync, logId: string): void {
  db.exec('BEGIN IMMEDIATE');
  db.exec(TABLES);
  const put = db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)');
  put.run('format_version', FORMAT_VERSION);
  put.run('log_id', logId);
  db.exec('COMMIT');
}

/** @throws what SQLite throws when the file holds no such table */
export function readMeta(db: DatabaseSync, key: 'format_version' | 'log_id'): string | undefined {
  const row = db.prepare('SELECT value FROM meta WHERE key = ?').get(key);
  return row === undefined ? undefined : String(row.value);
}
