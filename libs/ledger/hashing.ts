import { createHash } from 'node:crypto';

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
  return createHash('sha256').update(LEAF).update(entry).digest();
}

/** Of two nodes that have one parent (RFC 6962, section 2.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(NODE).update(left).update(right).digest();
}

/** Of no leaves. */
export const EMPTY_ROOT: Buffer = createHash('sha256').digest();

export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
