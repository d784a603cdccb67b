import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export const KEY_BYTES = 32;
const IV_BYTES = 12;
const ALGORITHM = 'aes-256-gcm';

/** What AES-256-GCM makes of a text. */
export interface Enciphered {
  readonly iv: Buffer;
  readonly ciphertext: Buffer;
  readonly tag: Buffer;
}

/** @param about what the text belongs to: under anything else it cannot be read */
export function encipher(key: Buffer, text: Buffer, about: string): Enciphered {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv);
  cipher.setAAD(Buffer.from(about));
  const ciphertext = Buffer.concat([cipher.update(text), cipher.final()]);
  return { iv, ciphertext, tag: cipher.getAuthTag() };
}

/** @throws where the key or what it is about is another, or a byte was changed */
export function decipher(key: Buffer, { iv, ciphertext, tag }: Enciphered, about: string): Buffer {
  const deciphering = createDecipheriv(ALGORITHM, key, iv, { authTagLength: 16 });
  deciphering.setAAD(Buffer.from(about));
  deciphering.setAuthTag(tag);
  return Buffer.concat([deciphering.update(ciphertext), deciphering.final()]);
}
