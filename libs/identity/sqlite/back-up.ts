import { chmodSync, closeSync, openSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';

const OWNER_ONLY_FILE = 0o600;

/** Copies the keys of subjects as they are at one moment, also while a service has them open. */
export async function backUpSubjectKeys(from: string, to: string): Promise<void> {
  closeSync(openSync(to, 'a', OWNER_ONLY_FILE));
  chmodSync(to, OWNER_ONLY_FILE);
  const database = new DatabaseSync(from, { readOnly: true });
  try {
    await backup(database, to);
  } finally {
    database.close();
  }
}
