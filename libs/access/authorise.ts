import { isRole } from '#vocabulary';
import type { Actor } from '#vocabulary';
import { sightOf } from './areas';
import type { Area } from './areas';
import { RULES } from './rules';

export type Access =
  | { readonly kind: 'granted' }
  | { readonly kind: 'denied'; readonly reason: 'ROLE_UNKNOWN' | 'NO_RULE' | 'ROLE_NOT_ALLOWED' };

/** What somebody wants: to record something, by name, or to read something of an area. */
export interface Wanted {
  /** A root field of the schema, as `Mutation.holdMeeting`, or another way in, as `Import.bundle`. */
  readonly operation: string;
  /** Of what is read. */
  readonly area?: Area | undefined;
}

/** The one place that decides who may do what. Without a rule and without an area nobody may, operators neither. */
export function authorise(actor: Actor, { operation, area }: Wanted): Access {
  const { role } = actor;
  if (!isRole(role)) return { kind: 'denied', reason: 'ROLE_UNKNOWN' };
  const allowed = RULES.get(operation);
  if (allowed === undefined && area === undefined) return { kind: 'denied', reason: 'NO_RULE' };
  const isAllowed =
    allowed?.includes(role) ?? (area !== undefined && sightOf(role, area) !== 'NONE');
  return isAllowed ? { kind: 'granted' } : { kind: 'denied', reason: 'ROLE_NOT_ALLOWED' };
}
