import { LEAVING_CAUSES } from '#vocabulary';
import type {
  Instant,
  LeavingCause,
  LocalDate,
  MemberId,
  MemberStatus,
  OrganisationId,
  Sealed,
} from '#vocabulary';
import type { Effective, Fact } from '../shared/event';
import { evolveBy, isKnown, onceKnown, unchanged } from '../shared/facts';
import type { Facts, Known } from '../shared/facts';
import { valueAt, withSince } from '../shared/since';
import type { Since } from '../shared/since';

interface AboutMember {
  readonly member: MemberId;
  /** The organisation the member belonged to when the fact was true. */
  readonly organisation: OrganisationId;
}

/** Whether a status is one of those after which there is no member any more. */
export function hasLeft(status: MemberStatus): status is LeavingCause {
  return LEAVING_CAUSES.some((cause) => cause === status);
}

export type MemberEvent =
  /** Probationary from then. `admittedOn` may lie before the organisation itself existed. */
  | Fact<'MemberAdmitted', AboutMember & { readonly admittedOn: LocalDate }>
  | Fact<'MemberMadeOfficial', AboutMember & { readonly officialOn: LocalDate }>
  | Fact<
      'MemberTransferred',
      { readonly member: MemberId; readonly from: OrganisationId; readonly to: OrganisationId }
    >
  | Fact<'MemberExempted', AboutMember>
  | Fact<'MemberSuspended', AboutMember>
  | Fact<'MemberResumed', AboutMember>
  | Fact<'MemberLeft', AboutMember & { readonly cause: LeavingCause }>
  | Fact<'ResidenceLinked', AboutMember & { readonly residenceOrganisation: OrganisationId }>
  /** What the member is called, sealed under a key that can be destroyed. */
  | Fact<'MemberIdentityRecorded', AboutMember & { readonly sealed: Sealed }>
  /** All keys that the member's identities were sealed with have been destroyed. */
  | Fact<'MemberIdentityErased', AboutMember>;

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

export type KnownMember = Known<MemberState>;

export const unknownMember: MemberState = { status: 'UNKNOWN' };

export const memberFacts: Facts<MemberState, MemberEvent> = {
  MemberAdmitted: {
    groundOf: 'ALL',
    evolve: (state, { data: { member, organisation }, effectiveAt: since }) =>
      isKnown(state)
        ? state
        : {
            status: 'ADMITTED',
            member,
            organisations: [{ since, value: organisation }],
            statuses: [{ since, value: 'PROBATIONARY' }],
            residence: [],
          },
  },
  MemberMadeOfficial: { groundOf: [], evolve: becomes(() => 'OFFICIAL') },
  MemberTransferred: {
    groundOf: ['MemberTransferred'],
    evolve: onceKnown((state, { data, effectiveAt }) => ({
      ...state,
      organisations: withSince(state.organisations, effectiveAt, data.to),
    })),
  },
  MemberExempted: { groundOf: ['MemberResumed'], evolve: becomes(() => 'EXEMPTED') },
  MemberSuspended: { groundOf: ['MemberResumed'], evolve: becomes(() => 'SUSPENDED') },
  MemberResumed: {
    groundOf: [],
    evolve: becomes(({ effectiveAt }, { statuses }) => statusBeforeLeaveAt(statuses, effectiveAt)),
  },
  MemberLeft: { groundOf: [], evolve: becomes(({ data }) => data.cause) },
  ResidenceLinked: {
    groundOf: [],
    evolve: onceKnown((state, { data, effectiveAt }) => ({
      ...state,
      residence: withSince(state.residence, effectiveAt, data.residenceOrganisation),
    })),
  },
  MemberIdentityRecorded: { groundOf: [], evolve: unchanged },
  // A key that was destroyed does not come back by saying that it was wrong.
  MemberIdentityErased: { groundOf: 'OWN_PROCEDURE', evolve: unchanged },
};

export const evolveMember = evolveBy(memberFacts);

function becomes<F extends MemberEvent>(
  statusAfter: (fact: Effective<F>, state: KnownMember) => MemberStatus,
): (state: MemberState, fact: Effective<F>) => MemberState {
  return onceKnown((state, fact) => ({
    ...state,
    statuses: withSince(state.statuses, fact.effectiveAt, statusAfter(fact, state)),
  }));
}

/** Who resumes is again what he or she was before: official, or still probationary. */
function statusBeforeLeaveAt(statuses: readonly Since<MemberStatus>[], at: Instant): MemberStatus {
  const earlier = statuses.filter(
    ({ since, value }) => Date.parse(since) <= Date.parse(at) && isRateable(value),
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
