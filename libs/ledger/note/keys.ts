import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { NoteSignature, SignedNote } from './signed-note';

/** How a key signs: a log its own notes, or a witness those of a log, with the time. */
export type KeyKind = 'SIGNATURE' | 'COSIGNATURE';

const TYPES: Readonly<Record<KeyKind, number>> = { SIGNATURE: 0x01, COSIGNATURE: 0x04 };

/** A public key and whose it is, as others are told: `<name>+<key id>+<base64>` (c2sp.org/signed-note). */
export interface VerifierKey {
  readonly name: string;
  /** Eight hexadecimal digits. */
  readonly keyId: string;
  readonly kind: KeyKind;
  readonly publicKey: KeyObject;
  /** As it is written. */
  readonly text: string;
}

/** It is no key of the form `<name>+<key id>+<base64>`; the message says why. */
export class KeyMalformed extends Error {
  override readonly name = 'KeyMalformed';
}

const VERIFIER_KEY = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/;
/** DER of an Ed25519 public key, up to its 32 bytes. */
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const PUBLIC_BYTES = 32;
const TIME_BYTES = 8;

/** @throws KeyMalformed */
export function readVerifierKey(text: string): VerifierKey {
  const [, name = '', keyId = '', base64 = ''] = VERIFIER_KEY.exec(text.trim()) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  const kind = (Object.keys(TYPES) as KeyKind[]).find((one) => TYPES[one] === bytes[0]);
  if (kind === undefined || bytes.length !== PUBLIC_BYTES + 1) {
    throw new KeyMalformed('not of the form name+id+base64 of an Ed25519 key');
  }
  const key = verifierKey(name, kind, bytes.subarray(1));
  if (key.keyId !== keyId) throw new KeyMalformed('its id is not that of the key');
  return key;
}

function verifierKey(name: string, kind: KeyKind, raw: Uint8Array): VerifierKey {
  const typed = Buffer.concat([Buffer.from([TYPES[kind]]), raw]);
  const named = createHash('sha256').update(`${name}\n`).update(typed).digest();
  const keyId = named.subarray(0, 4).toString('hex');
  return {
    name,
    keyId,
    kind,
    publicKey: createPublicKey({
      key: Buffer.concat([PUBLIC_PREFIX, raw]),
      format: 'der',
      type: 'spki',
    }),
    text: `${name}+${keyId}+${typed.toString('base64')}`,
  };
}

/** A private key with the name under which it signs. */
export class Signer {
  readonly verifierKey: VerifierKey;

  constructor(
    name: string,
    private readonly privateKey: KeyObject,
    kind: KeyKind = 'SIGNATURE',
  ) {
    const raw = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
    this.verifierKey = verifierKey(name, kind, raw.subarray(-PUBLIC_BYTES));
  }

  /** @param pem PKCS #8, of an Ed25519 key */
  static of(name: string, pem: string, kind?: KeyKind): Signer {
    return new Signer(name, createPrivateKey(pem), kind);
  }

  /** @param seconds since the epoch, of a cosignature */
  sign(text: string, seconds = 0): NoteSignature {
    const { name, keyId, kind } = this.verifierKey;
    if (kind === 'SIGNATURE') {
      return { name, keyId, signature: sign(null, Buffer.from(text), this.privateKey) };
    }
    const time = Buffer.alloc(TIME_BYTES);
    time.writeBigUInt64BE(BigInt(seconds));
    const signed = sign(null, Buffer.from(cosigned(text, BigInt(seconds))), this.privateKey);
    return { name, keyId, signature: Buffer.concat([time, signed]) };
  }
}

/** The signatures of a note that are of this key: a line of the same name and id that does not verify is none. */
export function signaturesOf(note: SignedNote, key: VerifierKey): readonly NoteSignature[] {
  return note.signatures.filter(
    ({ name, keyId, signature }) =>
      name === key.name && keyId === key.keyId && isSignedBy(note.text, signature, key),
  );
}

/** Whether a note has a line in the name of this key that is not of it. */
export function hasForged(note: SignedNote, key: VerifierKey): boolean {
  const named = note.signatures.filter(
    ({ name, keyId }) => name === key.name && keyId === key.keyId,
  );
  return named.length > signaturesOf(note, key).length;
}

function isSignedBy(text: string, signature: Buffer, { kind, publicKey }: VerifierKey): boolean {
  if (kind === 'SIGNATURE') return verify(null, Buffer.from(text), publicKey, signature);
  if (signature.length <= TIME_BYTES) return false;
  const message = cosigned(text, signature.readBigUInt64BE());
  return verify(null, Buffer.from(message), publicKey, signature.subarray(TIME_BYTES));
}

/** What a witness signs (c2sp.org/tlog-cosignature). */
function cosigned(text: string, seconds: bigint): string {
  return `cosignature/v1\ntime ${seconds}\n${text}`;
}
