import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { OWNER_ONLY_FILE, OWNER_ONLY_FOLDER } from './rights';

/** A file for a database, or one that is there, for its owner alone. */
export function makeForOwner(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: OWNER_ONLY_FOLDER });
  closeSync(openSync(path, 'a', OWNER_ONLY_FILE));
  chmodSync(path, OWNER_ONLY_FILE);
}
