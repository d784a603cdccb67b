import { isRole } from '#vocabulary';
import type { Actor } from '#vocabulary';
import { RULES } from './rules';

export type Access =
  | { readonly kind: 'granted' }
  | { readonly kind: 'denied'; readonly reason: 'ROLE_UNKNOWN' | 'NO_RULE' | 'ROLE_NOT_ALLOWED' };

/**
 * The one place that decides who may do what. `operation` is a root field of the schema, as
 * `Mutation.holdMeeting`. Without a rule the answer is no, for operators too.
 */
export function authorise(actor: Actor, operation: string): Access {
  if (!isRole(actor.role)) return { kind: 'denied', reason: 'ROLE_UNKNOWN' };
  const allowed = RULES.get(operation);
  if (allowed === undefined) return { kind: 'denied', reason: 'NO_RULE' };
  return allowed.includes(actor.role)
    ? { kind: 'granted' }
    : { kind: 'denied', reason: 'ROLE_NOT_ALLOWED' };
}
