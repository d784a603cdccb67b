import { assertNever } from '#vocabulary';
import type { Effective } from '../shared/event';
import type { Instant, MemberId, MemberStatus, OrganisationId } from '#vocabulary';
import { valueAt, withSince } from '../organisation';
import type { Since } from '../organisation';
import type { MemberEvent } from './member.events';

/** A member over time: where, and with which status. */
export type MemberState =
  | { readonly status: 'UNKNOWN' }
  | {
      readonly status: 'ADMITTED';
      readonly member: MemberId;
      readonly organisations: readonly Since<OrganisationId>[];
      readonly statuses: readonly Since<MemberStatus>[];
      readonly residence: readonly Since<OrganisationId>[];
    };

export type KnownMember = Extract<MemberState, { status: 'ADMITTED' }>;

export const unknownMember: MemberState = { status: 'UNKNOWN' };

export function evolveMember(state: MemberState, fact: Effective<MemberEvent>): MemberState {
  const since = fact.effectiveAt;
  if (fact.type === 'MemberAdmitted') {
    if (state.status !== 'UNKNOWN') return state;
    return {
      status: 'ADMITTED',
      member: fact.data.member,
      organisations: [{ since, value: fact.data.organisation }],
      statuses: [{ since, value: 'PROBATIONARY' }],
      residence: [],
    };
  }
  if (state.status === 'UNKNOWN') return state;
  const withStatus = (status: MemberStatus): MemberState => ({
    ...state,
    statuses: withSince(state.statuses, since, status),
  });
  switch (fact.type) {
    case 'MemberMadeOfficial':
      return withStatus('OFFICIAL');
    case 'MemberExempted':
      return withStatus('EXEMPTED');
    case 'MemberSuspended':
      return withStatus('SUSPENDED');
    case 'MemberResumed':
      return withStatus(statusBeforeLeaveAt(state.statuses, since));
    case 'MemberLeft':
      return withStatus(fact.data.cause);
    case 'MemberTransferred':
      return { ...state, organisations: withSince(state.organisations, since, fact.data.to) };
    case 'ResidenceLinked':
      return {
        ...state,
        residence: withSince(state.residence, since, fact.data.residenceOrganisation),
      };
    default:
      return assertNever(fact);
  }
}

/** Who resumes is again what he or she was before: official, or still probationary. */
function statusBeforeLeaveAt(statuses: readonly Since<MemberStatus>[], at: Instant): MemberStatus {
  const earlier = statuses.filter(
    (one) => Date.parse(one.since) <= Date.parse(at) && isRateable(one.value),
  );
  return earlier.at(-1)?.value ?? 'PROBATIONARY';
}

/** Exempted and suspended members are not rated and not in the denominator. */
export function isRateable(status: MemberStatus | undefined): boolean {
  return status === 'OFFICIAL' || status === 'PROBATIONARY';
}

export function memberStatusAt(
  state: MemberState | undefined,
  at: Instant,
): MemberStatus | undefined {
  return state?.status === 'ADMITTED' ? valueAt(state.statuses, at) : undefined;
}

export function memberOrganisationAt(
  state: MemberState | undefined,
  at: Instant,
): OrganisationId | undefined {
  return state?.status === 'ADMITTED' ? valueAt(state.organisations, at) : undefined;
}
