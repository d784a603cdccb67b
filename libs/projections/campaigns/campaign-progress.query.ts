import type { CampaignId, OrganisationId } from '#vocabulary';
import { MAX_PAGE } from '#read-models';
import type { Cursor, DocumentCollection } from '#read-models';
import type { CampaignProgressDocument } from './campaign.document';

/** Organisations, each counted once. */
export interface CampaignProgress {
  readonly year: number;
  /** With a pledge that stands, signed or not. */
  readonly registered: number;
  readonly signed: number;
  readonly recognised: number;
}

/**
 * How far a campaign has come in a year, of the organisations that are in its reach: one that pledged
 * and was merged or moved elsewhere since is not among those who could be recognised.
 */
export async function campaignProgress(
  collection: DocumentCollection<CampaignProgressDocument>,
  campaign: CampaignId,
  year: number,
  inReach: Pick<ReadonlySet<OrganisationId>, 'has'>,
): Promise<CampaignProgress> {
  let [registered, signed, recognised] = [0, 0, 0];
  for await (const document of documentsOf(collection, campaign, year)) {
    if (!inReach.has(document.organisation)) continue;
    registered += Number(document.registered);
    signed += Number(document.signed);
    recognised += Number(document.recognised);
  }
  return { year, registered, signed, recognised };
}

async function* documentsOf(
  collection: DocumentCollection<CampaignProgressDocument>,
  campaign: CampaignId,
  year: number,
): AsyncGenerator<CampaignProgressDocument> {
  let after: Cursor | undefined;
  for (;;) {
    const page = await collection.find({
      where: { campaign, year },
      order: { index: 'registered', direction: 'ascending' },
      ...(after === undefined ? {} : { after }),
      limit: MAX_PAGE,
    });
    for (const { body } of page.items) yield body;
    after = page.items.at(-1)?.cursor;
    if (!page.hasMore || after === undefined) return;
  }
}
