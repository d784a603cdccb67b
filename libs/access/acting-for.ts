import type { Actor } from '#vocabulary';

/**
 * Whether a command may be given on behalf of another: of anybody by an operator, of somebody of
 * the same organisation by everybody else. Nobody becomes an operator by saying so.
 */
export function mayActFor(actor: Actor, other: Actor): boolean {
  if (actor.role === 'OPERATOR') return true;
  return other.organisation === actor.organisation && other.role !== 'OPERATOR';
}
