import { createPrivateKey, createPublicKey, hkdfSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { ServiceKeys } from './service-keys';

/** What one webhook's messages are signed with, and what its receiver checks them by. */
export interface WebhookSecret {
  readonly secret: Buffer;
  readonly privateKey: KeyObject;
  /** As receivers keep them (Standard Webhooks). */
  readonly shown: { readonly secret: string; readonly publicKey: string };
}

const BYTES = 32;
/** What comes before the 32 bytes of an Ed25519 key in PKCS 8 (RFC 8410). */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The secrets of webhooks, each derived from the service's own and the event that made it: nothing is kept of them, so
 * that nothing is left half made or lost, and every service with these keys has the same.
 */
export class WebhookSecrets {
  constructor(private readonly keys: Pick<ServiceKeys, 'webhookSecret'>) {}

  /** @param event the registration, or the rotation, from which on it counts */
  of(webhook: string, event: string): WebhookSecret {
    const secret = this.derived('hmac', webhook, event);
    const seed = this.derived('ed25519', webhook, event);
    const privateKey = createPrivateKey({
      key: Buffer.concat([PKCS8_ED25519, seed]),
      format: 'der',
      type: 'pkcs8',
    });
    const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
    const publicKey = Buffer.from(x, 'base64url').toString('base64');
    return {
      secret,
      privateKey,
      shown: { secret: `whsec_${secret.toString('base64')}`, publicKey: `whpk_${publicKey}` },
    };
  }

  private derived(...purpose: readonly string[]): Buffer {
    const info = JSON.stringify(purpose);
    return Buffer.from(hkdfSync('sha256', this.keys.webhookSecret(), '', info, BYTES));
  }
}
