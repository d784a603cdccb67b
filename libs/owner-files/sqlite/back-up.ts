import { backup, DatabaseSync } from 'node:sqlite';
import { makeForOwner } from '../make-for-owner';

/** Copies a database as it is at one moment, also while a service has it open. */
export async function backUpDatabase(from: string, to: string): Promise<void> {
  makeForOwner(to);
  const database = new DatabaseSync(from, { readOnly: true });
  try {
    await backup(database, to);
  } finally {
    database.close();
  }
}
