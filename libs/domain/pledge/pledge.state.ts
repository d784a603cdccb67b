import type {
  CampaignId,
  FrameworkRef,
  LocalDate,
  MemberId,
  OrganisationId,
  OrganisationKind,
} from '#vocabulary';
import type { Effective, Fact } from '../shared/event';
import type { Facts, Known } from '../shared/facts';

/** Whose pledge: the organisation's own, or that of one of its members. */
export interface PledgeKey {
  readonly campaign: CampaignId;
  readonly year: number;
  readonly organisation: OrganisationId;
  readonly member?: MemberId;
}

export type PledgeEvent =
  /** `framework` is that of the campaign. */
  | Fact<
      'PledgeRegistered',
      PledgeKey & {
        readonly framework: FrameworkRef;
        readonly items: readonly string[];
        /** Of an organisation's own pledge: what it was then. */
        readonly organisationKind?: OrganisationKind;
        /** Of an organisation's own pledge: when the year is to be closed, by the framework. */
        readonly closesOn?: LocalDate;
        /** Of an organisation's own pledge: from where the campaign reaches it; all below there are asked for the year. */
        readonly campaignRoot?: OrganisationId;
      }
    >
  | Fact<'PledgeSigned', PledgeKey & { readonly framework: FrameworkRef }>
  /** `item` counts from 1, in the order registered. */
  | Fact<
      'PledgeItemReported',
      PledgeKey & { readonly item: number; readonly report: string; readonly done: boolean }
    >
  | Fact<'PledgeWithdrawn', PledgeKey>;

/** One pledge for one year; a withdrawn one may be made anew. */
export type PledgeState =
  | { readonly status: 'UNKNOWN' }
  | {
      readonly status: 'REGISTERED' | 'SIGNED' | 'WITHDRAWN';
      readonly key: PledgeKey;
      readonly framework: FrameworkRef;
      readonly items: readonly PledgeItem[];
    };

interface PledgeItem {
  readonly text: string;
  readonly report?: string;
  readonly done: boolean;
}

export type KnownPledge = Known<PledgeState>;

export type StandingPledge = KnownPledge & { readonly status: 'REGISTERED' | 'SIGNED' };

export const pledgeFacts: Facts<PledgeState, PledgeEvent> = {
  PledgeRegistered: {
    groundOf: 'ALL',
    evolve(state, { data: { framework, items, ...key } }) {
      if (isStanding(state)) return state;
      return {
        status: 'REGISTERED',
        key,
        framework,
        items: items.map((text) => ({ text, done: false })),
      };
    },
  },
  PledgeSigned: {
    groundOf: [],
    evolve: whileStanding((state) => ({ ...state, status: 'SIGNED' })),
  },
  PledgeItemReported: {
    groundOf: [],
    evolve: whileStanding((state, { data: { item: number, report, done } }) => ({
      ...state,
      items: state.items.map((item, index) =>
        index + 1 === number ? { text: item.text, report, done } : item,
      ),
    })),
  },
  PledgeWithdrawn: {
    // Another campaign may have been pledged under since: whoever stays, registers again.
    groundOf: 'OWN_PROCEDURE',
    evolve: whileStanding((state) => ({ ...state, status: 'WITHDRAWN' })),
  },
};

function whileStanding<F extends PledgeEvent>(
  evolve: (state: StandingPledge, fact: Effective<F>) => PledgeState,
): (state: PledgeState, fact: Effective<F>) => PledgeState {
  return (state, fact) => (isStanding(state) ? evolve(state, fact) : state);
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
