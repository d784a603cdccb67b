import { createHmac, hkdfSync } from 'node:crypto';
import type { ClearTexts, Sealed } from '#vocabulary';
import { decipher, encipher, KEY_BYTES } from './cipher';

/** Whom texts are about, and the event that carries them: sealed texts cannot be moved to another. */
export interface SealedFor {
  readonly subject: string;
  readonly event: string;
}

export interface SubjectKey {
  readonly id: string;
  readonly bytes: Buffer;
}

export function seal({ id, bytes }: SubjectKey, clear: ClearTexts, about: SealedFor): Sealed {
  const { iv, ciphertext, tag } = encipher(bytes, Buffer.from(canonical(clear)), aad(about));
  return {
    alg: 'A256GCM',
    key: id,
    iv: iv.toString('base64'),
    ciphertext: ciphertext.toString('base64'),
    tag: tag.toString('base64'),
  };
}

/** @throws where the texts were sealed for something else, or were changed */
export function unseal({ bytes }: SubjectKey, sealed: Sealed, about: SealedFor): ClearTexts {
  const text = decipher(
    bytes,
    {
      iv: Buffer.from(sealed.iv, 'base64'),
      ciphertext: Buffer.from(sealed.ciphertext, 'base64'),
      tag: Buffer.from(sealed.tag, 'base64'),
    },
    aad(about),
  );
  return JSON.parse(text.toString()) as ClearTexts;
}

/**
 * Tells a repetition of the texts from others. A name has few possible values: without the key, which goes when they
 * are erased, nobody can try them out.
 */
export function keyedDigest({ bytes }: SubjectKey, clear: ClearTexts): string {
  const key = Buffer.from(hkdfSync('sha256', bytes, '', 'repetition', KEY_BYTES));
  return createHmac('sha256', key).update(canonical(clear)).digest('base64url').slice(0, 22);
}

function canonical(clear: ClearTexts): string {
  const sorted = Object.entries(clear).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(sorted));
}

function aad({ subject, event }: SealedFor): string {
  return JSON.stringify([subject, event]);
}
