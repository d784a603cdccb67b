import { randomUUID } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { GroupCommit } from './group-commit';
import { makeDirectoryOf, openForReading, openForWriting } from './open-file';
import { takeOwnership } from './ownership-lock';
import { SqliteEventLog } from './sqlite-event-log';
import { WakeUps } from '../wake-ups';
import { WalUpkeep } from './wal-upkeep';

export interface OpenSqliteEventLogOptions {
  /** The file; it is made, with its folder, unless `readOnly`. */
  readonly path: string;
  /** Gives `recordedAt`. */
  readonly clock: () => Date;
  /**
   * Reads a log that another process may be writing; appends are refused. Subscriptions look for new events
   * every 100 ms. Default false.
   */
  readonly readOnly?: boolean;
  /** Gives the identity of a log that is made now. Default: a random UUID. */
  readonly newLogId?: () => string;
}

/**
 * Opens the embedded event log.
 *
 * @throws LogOwnedByAnother when the log is open for writing elsewhere
 * @throws LogFileUnusable when the file is missing (`readOnly`), damaged, or no log of a known format
 */
export function openSqliteEventLog(options: OpenSqliteEventLogOptions): SqliteEventLog {
  const { clock, readOnly = false, newLogId = randomUUID } = options;
  // Two names of one file must not make two locks.
  const path = existsSync(options.path) ? realpathSync(options.path) : options.path;
  const wakeUps = new WakeUps();
  if (readOnly) {
    return new SqliteEventLog({
      ...openForReading(path),
      path,
      wakeUps,
      writer: undefined,
      release: () => {},
    });
  }
  makeDirectoryOf(path);
  const ownership = takeOwnership(path);
  try {
    const file = openForWriting(path, newLogId);
    const upkeep = new WalUpkeep(file.db);
    const onCommit = (idle: boolean) => {
      wakeUps.announce();
      upkeep.afterCommit(idle);
    };
    const writer = new GroupCommit({ db: file.db, clock, path, onCommit });
    const release = () => {
      upkeep.stop();
      ownership.release();
    };
    return new SqliteEventLog({ ...file, path, wakeUps, writer, release });
  } catch (error) {
    ownership.release();
    throw error;
  }
}
