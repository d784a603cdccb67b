import { compareInstants, startOfDay } from '#vocabulary';
import type { GrantId, Instant, LocalDate, OrganisationId, Role } from '#vocabulary';
import type { Known } from '../shared/facts';

/**
 * A role that somebody holds in an organisation. The dates are not called `from` and `to` as in the commands: under
 * these names facts carry organisations.
 */
export interface GrantedRole {
  readonly grant: GrantId;
  /** The pseudonymous id under which the person or program signs in. */
  readonly subject: string;
  readonly role: Role;
  readonly organisation: OrganisationId;
  readonly holdsFrom: LocalDate;
  /** The first day on which it no longer holds. */
  readonly holdsUntil?: LocalDate;
}

export type GrantState =
  { readonly status: 'UNKNOWN' } | (GrantedRole & { readonly status: 'GRANTED' });

export type KnownGrant = Known<GrantState>;

/** By the clock, from the beginning of its first day to before its end, in Vietnam. */
export function holdsAt(
  { holdsFrom, holdsUntil }: Pick<GrantedRole, 'holdsFrom' | 'holdsUntil'>,
  at: Instant,
): boolean {
  const hasBegun = compareInstants(startOfDay(holdsFrom), at) <= 0;
  return hasBegun && (holdsUntil === undefined || compareInstants(at, startOfDay(holdsUntil)) < 0);
}
