import { DatabaseSync } from 'node:sqlite';
import { LogOwnedByAnother } from './errors';
import { keepToOwner } from './owner-only';
import { isSqliteError, SQLITE_BUSY } from './sqlite-codes';

export interface OwnershipLock {
  release(): void;
}

/**
 * Makes this opening the only writer of the log until it is released or the process ends.
 *
 * The lock is an exclusive SQLite transaction, never committed, on an empty database beside the log: an operating
 * system lock, so it dies with the process however that ends, and no stale file or process number can ever keep
 * the owner out. It is not taken on the log itself, because in WAL mode that would shut readers out. The file
 * stays after the release: removing it would let two processes each lock another file of the same name.
 *
 * @throws LogOwnedByAnother at once
 */
export function takeOwnership(logPath: string): OwnershipLock {
  keepToOwner(`${logPath}.lock`);
  const lock = new DatabaseSync(`${logPath}.lock`, { timeout: 0 });
  try {
    // Nothing is ever written, so a journal file would only be litter.
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw isSqliteError(error, SQLITE_BUSY) ? new LogOwnedByAnother(logPath) : error;
  }
  return { release: () => lock.close() };
}
