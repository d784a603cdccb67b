import type { CampaignId, OrganisationId, OrganisationKind } from '#vocabulary';
import { everyDocument, MAX_PAGE } from '#read-models';
import type { DocumentCollection } from '#read-models';
import type { CampaignProgressDocument } from './campaign.document';

/** Organisations, each counted once. */
export interface CampaignCounts {
  readonly total: number;
  /** With a pledge that stands, signed or not. */
  readonly registered: number;
  readonly signed: number;
  readonly recognised: number;
}

/** Of all, and apart: grassroots organisations, and what is below them. */
export interface CampaignProgress extends CampaignCounts {
  readonly year: number;
  readonly grassroots: CampaignCounts;
  readonly subordinate: CampaignCounts;
}

const GROUP_OF: Readonly<Record<OrganisationKind, 'grassroots' | 'subordinate' | undefined>> = {
  GRASSROOTS_COMMITTEE: 'grassroots',
  GRASSROOTS_CELL: 'grassroots',
  SECTIONAL_COMMITTEE: 'subordinate',
  SUBORDINATE_CELL: 'subordinate',
  // Whoever launches a campaign does not pledge under it.
  SUPERIOR_COMMITTEE: undefined,
};

/**
 * How far a campaign has come in a year, of the organisations that are in its reach: one that pledged
 * and was merged or moved elsewhere since is not among those who could be recognised.
 */
export async function campaignProgress(
  collection: DocumentCollection<CampaignProgressDocument>,
  campaign: CampaignId,
  year: number,
  inReach: ReadonlyMap<OrganisationId, OrganisationKind>,
): Promise<CampaignProgress> {
  const counts = { grassroots: none(), subordinate: none() };
  for (const kind of inReach.values()) {
    const group = GROUP_OF[kind];
    if (group !== undefined) counts[group].total += 1;
  }
  for await (const document of documentsOf(collection, campaign, year)) {
    const kind = inReach.get(document.organisation);
    const group = kind === undefined ? undefined : GROUP_OF[kind];
    if (group === undefined) continue;
    counts[group].registered += Number(document.registered);
    counts[group].signed += Number(document.signed);
    counts[group].recognised += Number(document.recognised);
  }
  const { grassroots, subordinate } = counts;
  return {
    year,
    total: grassroots.total + subordinate.total,
    registered: grassroots.registered + subordinate.registered,
    signed: grassroots.signed + subordinate.signed,
    recognised: grassroots.recognised + subordinate.recognised,
    grassroots,
    subordinate,
  };
}

function none() {
  return { total: 0, registered: 0, signed: 0, recognised: 0 };
}

function documentsOf(
  collection: DocumentCollection<CampaignProgressDocument>,
  campaign: CampaignId,
  year: number,
): AsyncGenerator<CampaignProgressDocument> {
  return everyDocument(collection, {
    where: { campaign, year },
    order: { index: 'registered', direction: 'ascending' },
    limit: MAX_PAGE,
  });
}
