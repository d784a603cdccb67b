import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { OWNER_ONLY_FILE, OWNER_ONLY_FOLDER } from './rights';

/**
 * The content of a key file; a key that does not exist yet is made. Two processes that start at the
 * same time end up with the same key: the file is only ever created, never replaced.
 */
export function keyFile(path: string, generate: () => string): string {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true, mode: OWNER_ONLY_FOLDER });
    createWhole(path, generate());
  }
  return readFileSync(path, 'utf8');
}

/** Under its name the file is whole or not there: a reader never sees a part of it. */
export function createWhole(path: string, content: string): void {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, content, { flag: 'wx', mode: OWNER_ONLY_FILE, flush: true });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
  } finally {
    rmSync(draft);
  }
}

function isAlreadyThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
