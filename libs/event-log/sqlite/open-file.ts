import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LogUnavailable } from '../errors';
import { LogFileUnusable } from './errors';
import { keepToOwner, makeFolderOf } from './owner-only';
import { createTables, FORMAT_VERSION, isEmpty, readMeta } from './schema';

/** How long to wait, in milliseconds, while another process recovers or checkpoints the same file. */
const BUSY_TIMEOUT = 2_000;

export interface LogFile {
  readonly db: DatabaseSync;
  readonly logId: string;
}

/** Opens the log for writing, and makes it if there is none. The caller owns it already. */
export function openForWriting(path: string, newLogId: () => string): LogFile {
  return opening(path, () => {
    const isNew = !existsSync(path);
    keepToOwner(path);
    const db = new DatabaseSync(path, { timeout: BUSY_TIMEOUT });
    return closingOnError(db, () => {
      // Acknowledged means durable: FULL syncs the WAL at every commit. Checkpoints are ours: see WalUpkeep.
      db.exec(
        'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0;' +
          'PRAGMA cache_size = -32768',
      );
      if (isEmpty(db)) createTables(db, newLogId());
      if (isNew) syncDirectory(dirname(path));
      const logId = identify(path, db);
      requireAllRows(path, db);
      return { db, logId };
    });
  });
}

/** Opens a log that may be written by another process meanwhile. */
export function openForReading(path: string): LogFile {
  return opening(path, () => {
    if (!existsSync(path)) throw new LogFileUnusable(path, 'there is no such file');
    const db = new DatabaseSync(path, { readOnly: true, timeout: BUSY_TIMEOUT });
    return closingOnError(db, () => ({ db, logId: identify(path, db) }));
  });
}

export function makeDirectoryOf(path: string): void {
  opening(path, () => {
    makeFolderOf(path);
  });
}

function identify(path: string, db: DatabaseSync): string {
  const format = readMeta(db, 'format_version');
  if (format !== FORMAT_VERSION) {
    throw new LogFileUnusable(
      path,
      `its format is ${format ?? 'not named'}, this program knows ${FORMAT_VERSION}`,
    );
  }
  const logId = readMeta(db, 'log_id');
  if (logId === undefined) throw new LogFileUnusable(path, 'it has no log id');
  return logId;
}

/** Positions are counted without gaps: where one is missing, somebody removed events. */
function requireAllRows(path: string, db: DatabaseSync): void {
  const counted = db.prepare('SELECT count(*) AS events, max(position) AS last FROM event').get();
  if (Number(counted?.events) === Number(counted?.last ?? 0)) return;
  const missing = db
    .prepare(
      `SELECT min(missing) AS position FROM (
        SELECT 1 AS missing WHERE NOT EXISTS (SELECT 1 FROM event WHERE position = 1)
        UNION ALL
        SELECT position + 1 FROM event AS before
        WHERE NOT EXISTS (SELECT 1 FROM event WHERE position = before.position + 1)
      )`,
    )
    .get();
  throw new LogFileUnusable(
    path,
    `events are missing from it, the first at position ${String(missing?.position)}; keep it and restore a back-up`,
  );
}

function opening<T>(path: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    if (error instanceof LogUnavailable) throw error;
    throw new LogFileUnusable(path, error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
}

function closingOnError<T>(db: DatabaseSync, use: () => T): T {
  try {
    return use();
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A new file is only as durable as the entry that names it; SQLite syncs that for its journals, not for the file. */
function syncDirectory(directory: string): void {
  const handle = openSync(directory, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
