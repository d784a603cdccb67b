import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { keyFile } from '#owner-files';
import { TokenRegister } from './token-register';

const SECRET_BYTES = 32;

/** The service's own keys, kept in `KEYS_DIR`, each made when it is first needed, or all of them ahead. */
export class ServiceKeys {
  private signing: { readonly private: KeyObject; readonly public: KeyObject } | undefined;
  private cursors: Buffer | undefined;
  private webhooks: Buffer | undefined;

  /** The tokens that were made under these keys. */
  readonly tokens: TokenRegister;

  constructor(private readonly folder: string) {
    this.tokens = new TokenRegister(this.path('tokens'));
  }

  /** So that a folder that cannot be written is noticed at the start, not by the first who asks for a list. */
  makeAll(): void {
    this.tokenSigning();
    this.cursorSecret();
    this.webhookSecret();
  }

  /** The Ed25519 pair under which bearer tokens are signed. */
  tokenSigning(): { readonly private: KeyObject; readonly public: KeyObject } {
    if (this.signing === undefined) {
      const pem = keyFile(this.path('token-signing.pem'), newSigningKey);
      const key = createPrivateKey(pem);
      this.signing = { private: key, public: createPublicKey(key) };
    }
    return this.signing;
  }

  /** The secret under which cursors are authenticated: they stay valid as long as it is kept. */
  cursorSecret(): Buffer {
    this.cursors ??= Buffer.from(keyFile(this.path('cursors.key'), newSecret), 'base64url');
    return this.cursors;
  }

  /** From which the secrets of webhooks are derived: they stay the same as long as it is kept. */
  webhookSecret(): Buffer {
    this.webhooks ??= Buffer.from(keyFile(this.path('webhooks.key'), newSecret), 'base64url');
    return this.webhooks;
  }

  private path(name: string): string {
    return join(this.folder, name);
  }
}

function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}
