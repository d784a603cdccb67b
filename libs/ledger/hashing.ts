import { createHash, hash } from 'node:crypto';

/** Of SHA-256, in bytes. */
export const HASH_BYTES = 32;

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/** Hashes that stand one after the other; what is left of one at the end is none. */
export function* hashesIn(bytes: Uint8Array): Generator<Uint8Array, void, undefined> {
  for (let at = 0; at + HASH_BYTES <= bytes.length; at += HASH_BYTES) {
    yield bytes.subarray(at, at + HASH_BYTES);
  }
}

/** Of an entry (RFC 6962, section 2.1). */
export function leafHash(entry: Uint8Array | string): Buffer {
  return typeof entry === 'string' ? sha256(`\0${entry}`) : sha256(Buffer.concat([LEAF, entry]));
}

/** Of two nodes that have one parent (RFC 6962, section 2.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(Buffer.concat([NODE, left, right]));
}

/** Of no leaves. */
export const EMPTY_ROOT: Buffer = sha256('');

export function sha256Hex(text: string): string {
  return hashed(text, 'hex');
}

function sha256(content: Buffer | string): Buffer {
  return hashed(content, 'buffer');
}

/** In one step where Node has it: of short texts, making an object for each takes longer than to hash it. */
function hashed(content: Buffer | string, encoding: 'hex'): string;
function hashed(content: Buffer | string, encoding: 'buffer'): Buffer;
function hashed(content: Buffer | string, encoding: 'hex' | 'buffer'): Buffer | string {
  if (typeof hash === 'function') return hash('sha256', content, encoding);
  const whole = createHash('sha256').update(content).digest();
  return encoding === 'hex' ? whole.toString('hex') : whole;
}
