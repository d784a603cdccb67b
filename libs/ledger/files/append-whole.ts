import { fdatasyncSync, ftruncateSync, writeSync } from 'node:fs';

/** Adds to a file that is open for appending, all or nothing: what is written of a part is taken back. */
export function appendWhole(file: number, length: number, bytes: Uint8Array): void {
  try {
    for (let written = 0; written < bytes.length;) {
      written += writeSync(file, bytes, written);
    }
  } catch (error) {
    ftruncateSync(file, length);
    fdatasyncSync(file);
    throw error;
  }
}
