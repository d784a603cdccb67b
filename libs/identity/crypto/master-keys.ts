import { hash, randomBytes } from 'node:crypto';
import { existsSync, renameSync } from 'node:fs';
import { keyFile } from '#owner-files';
import { decipher, encipher, KEY_BYTES } from './cipher';

/** A key as it is stored: wrapped by a master key, of which it names the fingerprint. */
export interface WrappedKey {
  readonly master: string;
  /** Initialisation vector, tag, and the enciphered key. */
  readonly bytes: Buffer;
}

interface MasterKey {
  readonly fingerprint: string;
  readonly bytes: Buffer;
}

/** The master key stored beside nothing that it wraps, and the next one while it is being changed. */
export class MasterKeys {
  private constructor(
    private current: MasterKey,
    private readonly path: string | undefined,
    private next: MasterKey | undefined,
  ) {}

  /** In a file of its own, made at the first start. */
  static inFile(path: string): MasterKeys {
    const next = nextOf(path);
    return new MasterKeys(readKey(path), path, existsSync(next) ? readKey(next) : undefined);
  }

  /** For what is thrown away: wraps keys until the process ends. */
  static ofThisProcess(): MasterKeys {
    return new MasterKeys(masterOf(randomBytes(KEY_BYTES)), undefined, undefined);
  }

  /** Under which keys are wrapped now. */
  get fingerprint(): string {
    return (this.next ?? this.current).fingerprint;
  }

  wrap(key: Buffer, about: string): WrappedKey {
    const { fingerprint: master, bytes } = this.next ?? this.current;
    const { iv, tag, ciphertext } = encipher(bytes, key, about);
    return { master, bytes: Buffer.concat([iv, tag, ciphertext]) };
  }

  /** @throws MasterKeyMissing */
  unwrap({ master, bytes }: WrappedKey, about: string): Buffer {
    const known = [this.current, this.next].find((key) => key?.fingerprint === master);
    if (known === undefined) throw new MasterKeyMissing(master);
    const parts = {
      iv: bytes.subarray(0, 12),
      tag: bytes.subarray(12, 28),
      ciphertext: bytes.subarray(28),
    };
    return decipher(known.bytes, parts, about);
  }

  /** Makes the next key durable, before anything is wrapped by it; one that is there already is gone on with. */
  beginRotation(): void {
    if (this.path === undefined || this.next !== undefined) return;
    this.next = readKey(nextOf(this.path));
  }

  /** Once nothing is wrapped by the former key any more. */
  endRotation(): void {
    if (this.path === undefined || this.next === undefined) return;
    renameSync(nextOf(this.path), this.path);
    this.current = this.next;
    this.next = undefined;
  }
}

/** A key of a subject was wrapped by a master key that is not in `MASTER_KEY_FILE`. */
class MasterKeyMissing extends Error {
  override readonly name = 'MasterKeyMissing';

  constructor(readonly fingerprint: string) {
    super(`MASTER_KEY_FILE does not hold the master key ${fingerprint} that wraps a stored key`);
  }
}

function nextOf(path: string): string {
  return `${path}.next`;
}

/** One that is not there is made. */
function readKey(path: string): MasterKey {
  const bytes = Buffer.from(keyFile(path, newKey).trim(), 'base64url');
  if (bytes.length !== KEY_BYTES) {
    throw new TypeError('MASTER_KEY_FILE does not hold a key of 32 bytes');
  }
  return masterOf(bytes);
}

function newKey(): string {
  return randomBytes(KEY_BYTES).toString('base64url');
}

function masterOf(bytes: Buffer): MasterKey {
  return { fingerprint: hash('sha256', bytes, 'base64url').slice(0, 16), bytes };
}
