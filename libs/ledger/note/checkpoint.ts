import { HASH_BYTES } from '../hashing';
import { NoteMalformed, readNote } from './signed-note';
import type { SignedNote } from './signed-note';

/** How large the tree was, and its root then (c2sp.org/tlog-checkpoint). */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  /** 32 bytes. */
  readonly root: Buffer;
}

export interface SignedCheckpoint extends Checkpoint {
  readonly note: SignedNote;
}

const SIZE = /^(0|[1-9]\d*)$/;

/** The text that is signed. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`;
}

/** Extension lines are allowed and mean nothing here. @throws NoteMalformed */
export function readCheckpoint(text: string): SignedCheckpoint {
  const note = readNote(text);
  const [origin = '', size = '', base64 = ''] = note.text.split('\n');
  const root = Buffer.from(base64, 'base64');
  if (origin === '' || !SIZE.test(size) || !Number.isSafeInteger(Number(size))) {
    throw new NoteMalformed('not the origin and the size of a tree');
  }
  if (root.length !== HASH_BYTES || root.toString('base64') !== base64) {
    throw new NoteMalformed('not the root of a tree');
  }
  return { origin, size: Number(size), root, note };
}

/** Between checkpoints in one text (ledger.md, section 3). */
const BETWEEN = '---\n';

export function joinCheckpoints(notes: readonly string[]): string {
  return notes.join(BETWEEN);
}

export function splitCheckpoints(text: string): readonly string[] {
  return text === '' ? [] : text.split(/(?<=\n)---\n/);
}
