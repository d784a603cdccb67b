import { existsSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync, backup } from 'node:sqlite';
import { LogFileUnusable } from './errors';
import type { Position } from '../position';
import { EventReads } from './event-reads';
import { makeDirectoryOf, openForReading } from './open-file';
import { keepToOwner } from './owner-only';

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
    keepToOwner(draft);
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
    return readEvery(path, new EventReads(db));
  } finally {
    db.close();
  }
}

/** SQLite vouches for its pages, not for what was written into them. */
function readEvery(path: string, reads: EventReads): number {
  let position: Position | undefined;
  let events = 0;
  for (;;) {
    const slice = sliceAfter(path, reads, position);
    const last = slice.at(-1);
    if (last === undefined) return events;
    events += slice.length;
    position = last.position;
  }
}

function sliceAfter(path: string, reads: EventReads, position: Position | undefined) {
  try {
    return reads.all({ after: position ?? 'start' });
  } catch (error) {
    const where = position === undefined ? 'at the beginning' : `after position ${position}`;
    const reason = error instanceof Error ? error.message : String(error);
    throw new LogFileUnusable(path, `an event ${where} cannot be read: ${reason}`, {
      cause: error,
    });
  }
}
