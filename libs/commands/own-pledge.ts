import type { CampaignId, OrganisationId } from '#vocabulary';

/** An organisation's own pledge for a year: there is one at most, whatever the campaign. */
export interface OwnPledge {
  readonly organisation: OrganisationId;
  readonly year: number;
  readonly campaign: CampaignId;
}

/** The organisation's own pledge that came to stand or fell with the event. */
export function ownPledgeOf(type: string, data: unknown): OwnPledge | undefined {
  if (type !== 'PledgeRegistered' && type !== 'PledgeWithdrawn') return undefined;
  const pledge = data as OwnPledge & { readonly member?: string };
  return pledge.member === undefined ? pledge : undefined;
}
