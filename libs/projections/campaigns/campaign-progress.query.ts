import type { CampaignId } from '#domain';
import type { DocumentCollection } from '#read-models';
import type { CampaignProgressDocument } from './campaign.document';

/** Organisations, each counted once. */
export interface CampaignProgress {
  readonly year: number;
  /** With a pledge that stands, signed or not. */
  readonly registered: number;
  readonly signed: number;
  readonly recognised: number;
}

/** How far a campaign has come in a year; the total in scope is counted from the tree (`countOrganisations`). */
export async function campaignProgress(
  collection: DocumentCollection<CampaignProgressDocument>,
  campaign: CampaignId,
  year: number,
): Promise<CampaignProgress> {
  const count = (index: 'registered' | 'signed' | 'recognised'): Promise<number> =>
    collection.count({ index, where: { campaign, year, [index]: true } });
  const [registered, signed, recognised] = await Promise.all([
    count('registered'),
    count('signed'),
    count('recognised'),
  ]);
  return { year, registered, signed, recognised };
}
