import { HASH_BYTES } from '../hashing';
import { NoteMalformed } from './signed-note';

/** That an entry is in a tree of which there is a checkpoint, in one text (c2sp.org/tlog-proof@v1). */
export interface TlogProof {
  readonly index: number;
  readonly hashes: readonly Buffer[];
  /** As it was signed. */
  readonly checkpoint: string;
  /** What the leaf is made of, where it is told along; not to be believed before the leaf is proved. */
  readonly extra?: string;
}

const HEADER = 'c2sp.org/tlog-proof@v1';
const INDEX = /^index (0|[1-9]\d*)$/;
const EXTRA = /^extra ([A-Za-z0-9+/]+={0,2})$/;

export function writeTlogProof({ index, hashes, checkpoint, extra }: TlogProof): string {
  const lines = [
    HEADER,
    ...(extra === undefined ? [] : [`extra ${Buffer.from(extra).toString('base64')}`]),
    `index ${index}`,
    ...hashes.map((hash) => hash.toString('base64')),
  ];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** @throws NoteMalformed */
export function readTlogProof(text: string): TlogProof {
  const end = text.indexOf('\n\n');
  const [header, ...lines] = text.slice(0, Math.max(end, 0)).split('\n');
  if (header !== HEADER) throw new NoteMalformed('no c2sp.org/tlog-proof@v1');
  const extra = EXTRA.exec(lines[0] ?? '')?.[1];
  const [line = '', ...hashes] = extra === undefined ? lines : lines.slice(1);
  const index = INDEX.exec(line)?.[1];
  if (index === undefined || !Number.isSafeInteger(Number(index))) {
    throw new NoteMalformed('no index of an entry');
  }
  return {
    index: Number(index),
    hashes: hashes.map(hashIn),
    checkpoint: text.slice(end + 2),
    ...(extra === undefined ? {} : { extra: Buffer.from(extra, 'base64').toString() }),
  };
}

function hashIn(line: string): Buffer {
  const hash = Buffer.from(line, 'base64');
  if (hash.length !== HASH_BYTES || hash.toString('base64') !== line) {
    throw new NoteMalformed('no hash of a proof');
  }
  return hash;
}
