import { hash } from 'node:crypto';

const NAMESPACE = Buffer.from('5b6f2a0e6a345a0c9f6b1d1d5d5f0f44', 'hex').toString('latin1');
const VARIANTS = '89ab';

/**
 * The id of a command's n-th event: the same command always gives the same events. A UUID of
 * version 5 (RFC 9562, section 5.5).
 */
export function eventIdOf(commandId: string, index: number): string {
  const name = Buffer.from(`${commandId}/${index}`).toString('latin1');
  const digits = hash('sha1', Buffer.from(NAMESPACE + name, 'latin1'), 'hex');
  const variant = VARIANTS[Number.parseInt(digits.charAt(16), 16) & 3] ?? '8';
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `5${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}

/** Tells a repetition from another command under the same id. */
export function digestOf(content: unknown): string {
  return hash('sha256', JSON.stringify(content), 'base64url').slice(0, 22);
}
