import { createHmac, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** With what one message is signed: a secret that the receiver shares, and a key of which it has the public half. */
export interface SigningKeys {
  readonly secret: Buffer;
  readonly privateKey: KeyObject;
}

export interface Message {
  readonly id: string;
  /** Seconds since 1970: when it is sent, not when it happened. */
  readonly timestamp: number;
  readonly body: string;
}

/** The headers of Standard Webhooks. Several keys: one after the other, and a receiver takes the one that it knows. */
export function signatureHeaders(
  message: Message,
  keys: readonly SigningKeys[],
): Readonly<Record<string, string>> {
  const { id, timestamp, body } = message;
  const signed = Buffer.from(`${id}.${timestamp}.${body}`);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': keys.flatMap((key) => signaturesBy(key, signed)).join(' '),
  };
}

function signaturesBy({ secret, privateKey }: SigningKeys, signed: Buffer): readonly string[] {
  const shared = createHmac('sha256', secret).update(signed).digest('base64');
  const asymmetric = sign(null, signed, privateKey).toString('base64');
  return [`v1,${shared}`, `v1a,${asymmetric}`];
}
