import { closeSync, fdatasyncSync, ftruncateSync, openSync, readFileSync } from 'node:fs';
import { joinCheckpoints, NoteMalformed, readCheckpoint, splitCheckpoints } from '../note';
import type { KeptCheckpoint } from '../store';
import { appendWhole } from './append-whole';
import { OWNER_ONLY_FILE } from '#owner-files';

/** All that was signed, in a file in the form in which it is served. */
export class CheckpointFile {
  private readonly file: number;
  /** By size; of one size the last. */
  private readonly kept = new Map<number, string>();
  /** Ascending. */
  private readonly sizes: number[] = [];
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
    return this.sizes.slice(this.placeOf(size)).flatMap((of) => this.of(of) ?? []);
  }

  firstFrom(size: number): KeptCheckpoint | undefined {
    return this.of(this.sizes[this.placeOf(size)]);
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
    const { size, note } = checkpoint;
    // Cosignatures may come when the next one is signed already.
    if (!this.kept.has(size)) this.sizes.splice(this.placeOf(size), 0, size);
    this.kept.set(size, note);
    if (size >= (this.last?.size ?? 0)) this.last = checkpoint;
  }

  private of(size: number | undefined): KeptCheckpoint | undefined {
    const note = size === undefined ? undefined : this.kept.get(size);
    return size === undefined || note === undefined ? undefined : { size, note };
  }

  /** Among the sizes, of the first that is not smaller. */
  private placeOf(size: number): number {
    let [low, high] = [0, this.sizes.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((this.sizes[middle] ?? Infinity) < size) low = middle + 1;
      else high = middle;
    }
    return low;
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
