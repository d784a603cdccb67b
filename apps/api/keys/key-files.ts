import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const OWNER_ONLY_FILE = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

/**
 * The content of a key file; a key that does not exist yet is made. Two processes that start at the
 * same time end up with the same key: the file is only ever created, never replaced.
 */
export function keyFile(path: string, generate: () => string): string {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true, mode: OWNER_ONLY_FOLDER });
    try {
      writeFileSync(path, generate(), { flag: 'wx', mode: OWNER_ONLY_FILE, flush: true });
    } catch (error) {
      if (!isAlreadyThere(error)) throw error;
    }
  }
  return readFileSync(path, 'utf8');
}

function isAlreadyThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
