import { hash } from 'node:crypto';

/** Tells a repetition from something else under the same id or key. */
export function digestOf(content: string): string {
  return hash('sha256', content, 'base64url').slice(0, 22);
}
