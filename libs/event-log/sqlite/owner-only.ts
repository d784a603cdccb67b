import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const FILE = 0o600;
const FOLDER = 0o700;
const OF_OTHERS = 0o077;

/** The folder of a file, made where there is none; a folder that is there keeps its rights. */
export function makeFolderOf(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: FOLDER });
}

/**
 * Makes a database file that only its owner may read, or takes the rights of others from one of an earlier version.
 * SQLite gives the files beside it the rights that it has.
 */
export function keepToOwner(path: string): void {
  try {
    closeSync(openSync(path, 'wx', FILE));
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    for (const file of [path, `${path}-wal`, `${path}-shm`]) tighten(file);
  }
}

function tighten(file: string): void {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode;
  if (mode === undefined || (mode & OF_OTHERS) === 0) return;
  try {
    chmodSync(file, mode & ~OF_OTHERS & 0o777);
  } catch (error) {
    // Another user's file, which this one may use: its rights are that user's business.
    if (!hasCode(error, 'EPERM') && !hasCode(error, 'EROFS')) throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
