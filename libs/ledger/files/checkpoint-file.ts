import { closeSync, fdatasyncSync, ftruncateSync, openSync, readFileSync } from 'node:fs';
import { joinCheckpoints, NoteMalformed, readCheckpoint, splitCheckpoints } from '../note';
import type { KeptCheckpoint } from '../store';
import { appendWhole } from './append-whole';
import { OWNER_ONLY_FILE } from '#owner-files';

/** All that was signed, in a file in the form in which it is served. */
export class CheckpointFile {
  private readonly file: number;
  /** By size, ascending; of one size the last. */
  private readonly kept = new Map<number, string>();
  /** In bytes. */
  private length: number;
  private last: KeptCheckpoint | undefined;

  constructor(path: string) {
    this.file = openSync(path, 'a+', OWNER_ONLY_FILE);
    const whole = keptIn(path);
    for (const checkpoint of whole) this.remember(checkpoint);
    this.length = Buffer.byteLength(joinCheckpoints(whole.map(({ note }) => note)));
    ftruncateSync(this.file, this.length);
  }

  get latest(): KeptCheckpoint | undefined {
    return this.last;
  }

  from(size: number): readonly KeptCheckpoint[] {
    return [...this.kept].filter(([of]) => of >= size).map(([of, note]) => ({ size: of, note }));
  }

  keep(checkpoint: KeptCheckpoint): void {
    const { note } = checkpoint;
    const added = Buffer.from(this.length === 0 ? note : joinCheckpoints(['', note]));
    appendWhole(this.file, this.length, added);
    fdatasyncSync(this.file);
    this.length += added.length;
    this.remember(checkpoint);
  }

  close(): void {
    closeSync(this.file);
  }

  private remember(checkpoint: KeptCheckpoint): void {
    this.kept.set(checkpoint.size, checkpoint.note);
    // Cosignatures may come when the next one is signed already.
    if (checkpoint.size >= (this.last?.size ?? 0)) this.last = checkpoint;
  }
}

/**
 * All that was written to a file, in its order: of one size the last counts.
 *
 * @throws NoteMalformed
 */
export function keptIn(path: string): readonly KeptCheckpoint[] {
  const notes = splitCheckpoints(readFileSync(path, 'utf8'));
  return notes.flatMap((note, at) => {
    const isLast = at === notes.length - 1;
    // A crash may have come when the line between this one and the next was being written.
    const kept = isLast ? note.replace(/(?<=\n)-{1,3}$/, '') : note;
    const size = sizeOf(kept);
    // Only the last one can be what a crash left of it: it was not told to anybody.
    if (size === undefined && isLast) return [];
    if (size === undefined) throw new NoteMalformed(`${path}: part ${at + 1} is no checkpoint`);
    return [{ size, note: kept }];
  });
}

function sizeOf(note: string): number | undefined {
  try {
    return readCheckpoint(note).size;
  } catch (error) {
    if (error instanceof NoteMalformed) return undefined;
    throw error;
  }
}
