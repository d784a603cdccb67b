import { existsSync, readFileSync } from 'node:fs';
import { writeWhole } from '#owner-files';
import { joinCheckpoints, readCheckpoint, splitCheckpoints } from '../note';
import type { KnownTree } from '../tree';

/** The last tree of each log that a witness cosigned. */
export interface WitnessState {
  /** Nothing before the first one. */
  latest(origin: string): KnownTree | undefined;
  /** Durable when it returns. */
  keep(origin: string, checkpoint: string): void;
}

/** In a file in which the checkpoints stand as they were signed, one of each log. */
export class FileWitnessState implements WitnessState {
  private notes: ReadonlyMap<string, string>;

  /** @throws NoteMalformed for a file of anything else: a witness that forgot would cosign what it must not */
  constructor(private readonly path: string) {
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    this.notes = new Map(splitCheckpoints(text).map((note) => [readCheckpoint(note).origin, note]));
  }

  latest(origin: string): KnownTree | undefined {
    const note = this.notes.get(origin);
    return note === undefined ? undefined : readCheckpoint(note);
  }

  keep(origin: string, checkpoint: string): void {
    const notes = new Map(this.notes).set(origin, checkpoint);
    writeWhole(this.path, joinCheckpoints([...notes.values()]));
    this.notes = notes;
  }
}
