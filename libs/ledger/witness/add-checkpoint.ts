import { HASH_BYTES } from '../hashing';
import { NoteMalformed, readCheckpoint } from '../note';
import type { SignedCheckpoint } from '../note';

/** What a log asks of a witness (c2sp.org/tlog-witness): to cosign a tree that goes on from one it cosigned before. */
export interface AddCheckpoint {
  /** The size of the tree that the witness cosigned last, as the log knows it. */
  readonly old: number;
  /** That the new tree begins with that one. */
  readonly proof: readonly Buffer[];
  /** As it was signed. */
  readonly checkpoint: string;
}

export type ReadAddCheckpoint = Omit<AddCheckpoint, 'checkpoint'> & {
  readonly checkpoint: SignedCheckpoint;
};

/** The path under the address of a witness. */
export const ADD_CHECKPOINT = 'add-checkpoint';

/** What says which size was cosigned last. */
export const SIZE_TYPE = 'text/x.tlog.size';

const MOST_HASHES = 63;
const OLD = /^old (0|[1-9]\d*)$/;

export function writeAddCheckpoint({ old, proof, checkpoint }: AddCheckpoint): string {
  const lines = [`old ${old}`, ...proof.map((hash) => hash.toString('base64'))];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** @throws NoteMalformed */
export function readAddCheckpoint(text: string): ReadAddCheckpoint {
  const end = text.indexOf('\n\n');
  const [first = '', ...hashes] = text.slice(0, Math.max(0, end)).split('\n');
  const old = Number(OLD.exec(first)?.[1]);
  if (!Number.isSafeInteger(old)) throw new NoteMalformed('the first line is no old size');
  if (hashes.length > MOST_HASHES) throw new NoteMalformed('more hashes than a proof has');
  return { old, proof: hashes.map(hashIn), checkpoint: readCheckpoint(text.slice(end + 2)) };
}

function hashIn(line: string, at: number): Buffer {
  const hash = Buffer.from(line, 'base64');
  if (hash.length !== HASH_BYTES || hash.toString('base64') !== line) {
    throw new NoteMalformed(`line ${at + 2} is no hash of a proof`);
  }
  return hash;
}
