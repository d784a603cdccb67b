import { backup, DatabaseSync } from 'node:sqlite';
import { makeForOwner } from '#owner-files';

/** Copies the keys of subjects as they are at one moment, also while a service has them open. */
export async function backUpSubjectKeys(from: string, to: string): Promise<void> {
  makeForOwner(to);
  const database = new DatabaseSync(from, { readOnly: true });
  try {
    await backup(database, to);
  } finally {
    database.close();
  }
}
