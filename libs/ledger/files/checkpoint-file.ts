import {
  closeSync,
  fdatasyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { joinCheckpoints, NoteMalformed, readCheckpoint, splitCheckpoints } from '../note';
import type { KeptCheckpoint } from '../store';
import { OWNER_ONLY_FILE } from './owner-only';

/** All that was signed, in a file in the form in which it is served. */
export class CheckpointFile {
  private readonly file: number;
  /** By size, ascending; of one size the last. */
  private readonly kept = new Map<number, string>();
  private parts = 0;
  private last: KeptCheckpoint | undefined;

  constructor(path: string) {
    this.file = openSync(path, 'a+', OWNER_ONLY_FILE);
    const text = readFileSync(path, 'utf8');
    const notes = splitCheckpoints(text);
    for (const [at, note] of notes.entries()) {
      const size = sizeOf(note);
      // Only the last one can be what a crash left of it: it was not told to anybody.
      if (size === undefined && at === notes.length - 1) break;
      if (size === undefined) throw new NoteMalformed(`${path}: part ${at + 1} is no checkpoint`);
      this.remember({ size, note });
    }
    ftruncateSync(this.file, Buffer.byteLength(joinCheckpoints(notes.slice(0, this.parts))));
  }

  get latest(): KeptCheckpoint | undefined {
    return this.last;
  }

  from(size: number): readonly KeptCheckpoint[] {
    return [...this.kept].filter(([of]) => of >= size).map(([of, note]) => ({ size: of, note }));
  }

  keep(checkpoint: KeptCheckpoint): void {
    const { note } = checkpoint;
    writeSync(this.file, this.parts === 0 ? note : joinCheckpoints(['', note]));
    fdatasyncSync(this.file);
    this.remember(checkpoint);
  }

  close(): void {
    closeSync(this.file);
  }

  private remember(checkpoint: KeptCheckpoint): void {
    this.kept.set(checkpoint.size, checkpoint.note);
    // Cosignatures may come when the next one is signed already.
    if (checkpoint.size >= (this.last?.size ?? 0)) this.last = checkpoint;
    this.parts += 1;
  }
}

function sizeOf(note: string): number | undefined {
  try {
    return readCheckpoint(note).size;
  } catch (error) {
    if (error instanceof NoteMalformed) return undefined;
    throw error;
  }
}
