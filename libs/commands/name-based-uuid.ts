import { hash } from 'node:crypto';

const VARIANTS = '89ab';

/**
 * UUIDs of version 5 (RFC 9562, section 5.5) of one namespace: the same name gives the same id.
 * Ours and not a package's because every event recorded takes one.
 */
export function nameBasedUuids(namespace: string): (name: string) => string {
  const space = Buffer.from(namespace.replaceAll('-', ''), 'hex');
  return (name) => uuidOf(space, name);
}

function uuidOf(space: Buffer, name: string): string {
  const digits = hash('sha1', Buffer.concat([space, Buffer.from(name)]), 'hex');
  const variant = VARIANTS[Number.parseInt(digits.charAt(16), 16) & 3] ?? '8';
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `5${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}
