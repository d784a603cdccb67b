import { closeSync, openSync, rmSync } from 'node:fs';
import { DatabaseSync, backup } from 'node:sqlite';

const OWNER_ONLY = 0o600;

/** Copies the documents of a file while they are in use, as they are at one moment, to a file that is there for its owner. */
export async function backUpSqliteDocuments({
  path,
  to,
}: {
  readonly path: string;
  readonly to: string;
}): Promise<void> {
  rmSync(to, { force: true });
  closeSync(openSync(to, 'wx', OWNER_ONLY));
  const from = new DatabaseSync(path, { readOnly: true });
  try {
    await backup(from, to);
  } finally {
    from.close();
  }
  const copy = new DatabaseSync(to);
  try {
    // A copy of a file in WAL mode is in that mode, too: reading it would leave files beside it.
    copy.exec('PRAGMA journal_mode = DELETE');
    const [answer] = copy.prepare('PRAGMA integrity_check').all();
    if (answer?.integrity_check !== 'ok') throw new Error(`The copy ${to} is damaged`);
  } finally {
    copy.close();
  }
}
