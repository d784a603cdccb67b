import { assertNever } from '#vocabulary';
import type { Effective } from '../shared/event';
import type { FrameworkRef } from '#vocabulary';
import type { PledgeEvent, PledgeKey } from './pledge.events';

/** One pledge for one year; a withdrawn one may be made anew. */
export type PledgeState =
  | { readonly status: 'UNKNOWN' }
  | {
      readonly status: 'REGISTERED' | 'SIGNED' | 'WITHDRAWN';
      readonly key: PledgeKey;
      readonly framework: FrameworkRef;
      readonly items: readonly PledgeItem[];
    };

export interface PledgeItem {
  readonly text: string;
  readonly report?: string;
  readonly done: boolean;
}

export type KnownPledge = Exclude<PledgeState, { status: 'UNKNOWN' }>;

export type StandingPledge = KnownPledge & { readonly status: 'REGISTERED' | 'SIGNED' };

export const unknownPledge: PledgeState = { status: 'UNKNOWN' };

export function evolvePledge(state: PledgeState, fact: Effective<PledgeEvent>): PledgeState {
  if (fact.type === 'PledgeRegistered') return isStanding(state) ? state : registered(fact);
  if (!isStanding(state)) return state;
  switch (fact.type) {
    case 'PledgeSigned':
      return { ...state, status: 'SIGNED' };
    case 'PledgeItemReported': {
      const { item, report, done } = fact.data;
      return {
        ...state,
        items: state.items.map((one, index) =>
          index + 1 === item ? { text: one.text, report, done } : one,
        ),
      };
    }
    case 'PledgeWithdrawn':
      return { ...state, status: 'WITHDRAWN' };
    default:
      return assertNever(fact);
  }
}

function registered(
  fact: Extract<Effective<PledgeEvent>, { type: 'PledgeRegistered' }>,
): KnownPledge {
  const { framework, items, ...key } = fact.data;
  return {
    status: 'REGISTERED',
    key,
    framework,
    items: items.map((text) => ({ text, done: false })),
  };
}

/** Registered, signed or not, and not withdrawn. */
export function isStanding(state: PledgeState | undefined): state is StandingPledge {
  return state?.status === 'REGISTERED' || state?.status === 'SIGNED';
}

/** Stream names run ids together: two different pledges could have the same one. */
export function isPledgeOf(state: KnownPledge, key: PledgeKey): boolean {
  return (
    state.key.campaign === key.campaign &&
    state.key.year === key.year &&
    state.key.organisation === key.organisation &&
    state.key.member === key.member
  );
}
