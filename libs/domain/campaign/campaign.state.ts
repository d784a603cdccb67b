import { compareInstants } from '#vocabulary';
import type { CampaignId, FrameworkRef, Instant, OrganisationId } from '#vocabulary';
import type { Fact } from '../shared/event';
import { isKnown, onceKnown } from '../shared/facts';
import type { Facts, Known } from '../shared/facts';

export type CampaignEvent =
  | Fact<
      'CampaignLaunched',
      {
        readonly campaign: CampaignId;
        readonly framework: FrameworkRef;
        /** The campaign reaches this organisation and all below it. */
        readonly root: OrganisationId;
        readonly fromYear: number;
        readonly toYear: number;
      }
    >
  | Fact<
      'PilotDesignated',
      {
        readonly campaign: CampaignId;
        readonly organisation: OrganisationId;
        readonly chosenBy?: OrganisationId;
      }
    >
  | Fact<'CampaignRolledOut', { readonly campaign: CampaignId; readonly root: OrganisationId }>
  | Fact<'CampaignClosed', { readonly campaign: CampaignId; readonly root: OrganisationId }>;

export type CampaignState =
  | { readonly status: 'UNKNOWN' }
  | {
      readonly status: 'LAUNCHED';
      readonly campaign: CampaignId;
      readonly framework: FrameworkRef;
      readonly root: OrganisationId;
      readonly fromYear: number;
      readonly toYear: number;
      readonly launchedAt: Instant;
      readonly pilots: readonly OrganisationId[];
      readonly rolledOutAt?: Instant;
      readonly closedAt?: Instant;
    };

export type KnownCampaign = Known<CampaignState>;

export const campaignFacts: Facts<CampaignState, CampaignEvent> = {
  CampaignLaunched: {
    groundOf: 'OWN_PROCEDURE',
    evolve: (state, { data, effectiveAt }) =>
      isKnown(state) ? state : { status: 'LAUNCHED', ...data, launchedAt: effectiveAt, pilots: [] },
  },
  PilotDesignated: {
    groundOf: [],
    evolve: onceKnown((state, { data: { organisation } }) =>
      state.pilots.includes(organisation)
        ? state
        : { ...state, pilots: [...state.pilots, organisation] },
    ),
  },
  CampaignRolledOut: {
    groundOf: [],
    evolve: onceKnown((state, { effectiveAt }) => ({ rolledOutAt: effectiveAt, ...state })),
  },
  CampaignClosed: {
    groundOf: [],
    evolve: onceKnown((state, { effectiveAt }) => ({ closedAt: effectiveAt, ...state })),
  },
};

/** Facts from before the closing may still be recorded after it. */
export function campaignClosedBy(
  state: KnownCampaign,
  at: Instant,
): state is KnownCampaign & { readonly closedAt: Instant } {
  return state.closedAt !== undefined && compareInstants(at, state.closedAt) >= 0;
}
