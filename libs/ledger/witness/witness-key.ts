import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { KeyMalformed, Signer } from '../note';

/** DER of an Ed25519 private key, up to its 32 bytes. */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const SEED_BYTES = 32;
/** As Go's package for notes writes private keys; it knows signatures of logs (1), we cosignatures (4) as well. */
const PRIVATE_KEY = /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/;
const TYPES: readonly (number | undefined)[] = [1, 4];
const COSIGNATURE = 4;

/** A new key of a witness in one line, to be kept by it alone. */
export function newWitnessKey(name: string): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-SEED_BYTES);
  const { keyId } = new Signer(name, privateKey, 'COSIGNATURE').verifierKey;
  const bytes = Buffer.concat([Buffer.from([COSIGNATURE]), seed]);
  return `PRIVATE+KEY+${name}+${keyId}+${bytes.toString('base64')}\n`;
}

/**
 * The key of a witness, which cosigns.
 *
 * @param text `PRIVATE+KEY+name+id+base64`, whichever kind it was made as
 * @throws KeyMalformed
 */
export function readWitnessKey(text: string): Signer {
  const [, name = '', , base64 = ''] = PRIVATE_KEY.exec(text.trim()) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== SEED_BYTES + 1 || !TYPES.includes(bytes[0])) {
    throw new KeyMalformed('not of the form PRIVATE+KEY+name+id+base64 of an Ed25519 key');
  }
  const key = Buffer.concat([PRIVATE_PREFIX, bytes.subarray(1)]);
  return new Signer(name, createPrivateKey({ key, format: 'der', type: 'pkcs8' }), 'COSIGNATURE');
}
