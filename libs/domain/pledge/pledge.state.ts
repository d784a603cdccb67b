import type {
  CampaignId,
  FrameworkRef,
  LocalDate,
  MemberId,
  OrganisationId,
  OrganisationKind,
} from '#vocabulary';
import type { Effective, Fact } from '../shared/event';
import type { Facts } from '../shared/facts';

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

/**
 * All that an organisation pledged for one year, or a member: one pledge each for a campaign and the organisation it
 * is made with. A withdrawn one may be made anew.
 */
export interface PledgeState {
  readonly pledges: readonly Pledge[];
}

export interface Pledge {
  readonly status: 'REGISTERED' | 'SIGNED' | 'WITHDRAWN';
  readonly key: PledgeKey;
  readonly framework: FrameworkRef;
  readonly items: readonly PledgeItem[];
}

interface PledgeItem {
  readonly text: string;
  readonly report?: string;
  readonly done: boolean;
}

export type StandingPledge = Pledge & { readonly status: 'REGISTERED' | 'SIGNED' };

export const pledgeFacts: Facts<PledgeState, PledgeEvent> = {
  PledgeRegistered: {
    // Of the same campaign: another one's pledge stands for itself.
    groundOf: ['PledgeRegistered', 'PledgeSigned', 'PledgeItemReported', 'PledgeWithdrawn'],
    evolve({ pledges }, { data: { framework, items, ...key } }) {
      const before = pledgeOf(pledges, key);
      if (before !== undefined && isStanding(before)) return { pledges };
      const registered: Pledge = {
        status: 'REGISTERED',
        key,
        framework,
        items: items.map((text) => ({ text, done: false })),
      };
      return { pledges: [...pledges.filter((pledge) => pledge !== before), registered] };
    },
  },
  PledgeSigned: {
    groundOf: [],
    evolve: whileStanding((pledge) => ({ ...pledge, status: 'SIGNED' })),
  },
  PledgeItemReported: {
    groundOf: [],
    evolve: whileStanding((pledge, { data: { item: number, report, done } }) => ({
      ...pledge,
      items: pledge.items.map((item, index) =>
        index + 1 === number ? { text: item.text, report, done } : item,
      ),
    })),
  },
  PledgeWithdrawn: {
    // Another campaign may have been pledged under since: whoever stays, registers again.
    groundOf: 'OWN_PROCEDURE',
    evolve: whileStanding((pledge) => ({ ...pledge, status: 'WITHDRAWN' })),
  },
};

function whileStanding<F extends PledgeEvent>(
  evolve: (pledge: StandingPledge, fact: Effective<F>) => Pledge,
): (state: PledgeState, fact: Effective<F>) => PledgeState {
  return ({ pledges }, fact) => {
    const standing = pledgeOf(pledges, fact.data);
    return {
      pledges: pledges.map((pledge) =>
        pledge === standing && isStanding(pledge) ? evolve(pledge, fact) : pledge,
      ),
    };
  };
}

/** Registered, signed or not, and not withdrawn. */
export function isStanding(pledge: Pledge): pledge is StandingPledge {
  return pledge.status !== 'WITHDRAWN';
}

/** Among those of one year, and of one organisation or member. */
export function pledgeOf(
  pledges: readonly Pledge[],
  { campaign, organisation }: PledgeKey,
): Pledge | undefined {
  return pledges.find(({ key }) => key.campaign === campaign && key.organisation === organisation);
}

/** In the order of their ids: of an organisation's own pledges for a year there is one at most. */
export function standingCampaigns({ pledges }: PledgeState): readonly CampaignId[] {
  return pledges
    .filter(isStanding)
    .map(({ key }) => key.campaign)
    .toSorted();
}
