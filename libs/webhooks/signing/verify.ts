import { createHmac, timingSafeEqual } from 'node:crypto';

/** As it comes in. */
export interface SignedMessage {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** Older or newer than this, somebody may be sending again what he overheard. */
const TOLERANCE_SECONDS = 300;
const SECRET = /^whsec_([A-Za-z0-9+/]+=*)$/;

/** The secret behind its text, `whsec_…`; `undefined` for any other text. */
export function secretOf(text: string): Buffer | undefined {
  const encoded = SECRET.exec(text)?.[1];
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64');
}

/** Why a message is not to be believed; `undefined` for one that was signed with the secret just now. */
export function objectionToMessage(
  { headers, body }: SignedMessage,
  secret: Buffer,
  now: number,
): string | undefined {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(
    (name) => headers[name],
  );
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string') {
    return 'has not the headers of a webhook';
  }
  if (!(Math.abs(now / 1_000 - Number(timestamp)) <= TOLERANCE_SECONDS)) {
    return 'was not sent just now';
  }
  const expected = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest();
  const isSigned = signatures
    .split(' ')
    .filter((signature) => signature.startsWith('v1,'))
    .map((signature) => Buffer.from(signature.slice('v1,'.length), 'base64'))
    .some((given) => given.length === expected.length && timingSafeEqual(given, expected));
  return isSigned ? undefined : 'is not signed with this secret';
}
