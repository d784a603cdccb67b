import { assertNever, compareInstants } from '#vocabulary';
import type { Effective } from '../shared/event';
import type { CampaignId, FrameworkRef, Instant, OrganisationId } from '#vocabulary';
import type { CampaignEvent } from './campaign.events';

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

export type KnownCampaign = Extract<CampaignState, { status: 'LAUNCHED' }>;

export const unknownCampaign: CampaignState = { status: 'UNKNOWN' };

export function evolveCampaign(
  state: CampaignState,
  fact: Effective<CampaignEvent>,
): CampaignState {
  if (fact.type === 'CampaignLaunched') {
    if (state.status !== 'UNKNOWN') return state;
    return { status: 'LAUNCHED', ...fact.data, launchedAt: fact.effectiveAt, pilots: [] };
  }
  if (state.status === 'UNKNOWN') return state;
  switch (fact.type) {
    case 'PilotDesignated':
      if (state.pilots.includes(fact.data.organisation)) return state;
      return { ...state, pilots: [...state.pilots, fact.data.organisation] };
    case 'CampaignRolledOut':
      return state.rolledOutAt === undefined ? { ...state, rolledOutAt: fact.effectiveAt } : state;
    case 'CampaignClosed':
      return state.closedAt === undefined ? { ...state, closedAt: fact.effectiveAt } : state;
    default:
      return assertNever(fact);
  }
}

/** Facts from before the closing may still be recorded after it. */
export function campaignClosedBy(state: KnownCampaign, at: Instant): boolean {
  return state.closedAt !== undefined && compareInstants(at, state.closedAt) >= 0;
}
