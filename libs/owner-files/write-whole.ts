import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { OWNER_ONLY_FILE } from './rights';

/** Gives a file another content: whatever crashes, it has the one or the other, and when this returns it has this one. */
export function writeWhole(path: string, content: string): void {
  const draft = `${path}.draft`;
  writeFileSync(draft, content, { mode: OWNER_ONLY_FILE, flush: true });
  renameSync(draft, path);
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
