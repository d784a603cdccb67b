import { createHash } from 'node:crypto';
import { v5 as uuidv5 } from 'uuid';

const NAMESPACE = '5b6f2a0e-6a34-5a0c-9f6b-1d1d5d5f0f44';

/** The id of a command's n-th event: the same command always gives the same events. */
export function eventIdOf(commandId: string, index: number): string {
  return uuidv5(`${commandId}/${index}`, NAMESPACE);
}

/** Tells a repetition from another command under the same id. */
export function digestOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22);
}
