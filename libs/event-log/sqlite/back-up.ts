import { existsSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync, backup } from 'node:sqlite';
import { LogFileUnusable } from './errors';
import { makeDirectoryOf, openForReading } from './open-file';

export interface BackUp {
  /** The log; another process may be writing it. */
  readonly path: string;
  /** The file to make: a log of the same identity, as it was at one moment of the copying. */
  readonly to: string;
}

/**
 * Copies a log while it is in use, and checks the copy. Under its name the copy is whole or not there.
 *
 * @returns how many events the copy holds
 * @throws LogFileUnusable when the log cannot be read, or `to` exists, or the copy is damaged
 */
export async function backUpSqliteEventLog({ path, to }: BackUp): Promise<number> {
  if (existsSync(to)) throw new LogFileUnusable(to, 'it is there already, and is not overwritten');
  makeDirectoryOf(to);
  const { db } = openForReading(path);
  const draft = `${to}.part`;
  try {
    rmSync(draft, { force: true });
    await backup(db, draft);
    const events = checked(draft);
    renameSync(draft, to);
    return events;
  } finally {
    db.close();
    rmSync(draft, { force: true });
  }
}

function checked(path: string): number {
  // A copy of a log in WAL mode is in that mode, too: reading it alone would leave files beside it.
  const db = new DatabaseSync(path);
  try {
    db.exec('PRAGMA journal_mode = DELETE');
    const [answer] = db.prepare('PRAGMA integrity_check').all();
    if (answer?.integrity_check !== 'ok') throw new LogFileUnusable(path, 'the copy is damaged');
    return Number(db.prepare('SELECT count(*) AS events FROM event').get()?.events);
  } finally {
    db.close();
  }
}
