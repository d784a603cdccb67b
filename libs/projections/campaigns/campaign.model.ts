import type { CampaignId } from '#vocabulary';
import { documentId, modelOf, refTo } from '#projection-engine';
import type { CampaignDocument } from './campaign.document';

export const CAMPAIGNS = 'campaigns';

export function campaignDocumentId(campaign: CampaignId): string {
  return documentId(campaign);
}

export const campaignModel = modelOf<CampaignDocument>()({
  collection: {
    name: CAMPAIGNS,
    indexes: [
      { name: 'root', fields: [{ path: 'root' }, { path: 'fromYear' }, { path: 'campaign' }] },
      { name: 'state', fields: [{ path: 'state' }, { path: 'campaign' }] },
    ],
  },
  idsOf: ({ data }) => [campaignDocumentId(data.campaign)],
  begin: ({ data: { campaign } }) => ({
    campaign,
    state: 'LAUNCHED',
    legalBasis: [],
    pilots: [],
    events: [],
  }),
  takes: {
    CampaignLaunched: (document, { data, metadata }) => ({
      ...document,
      framework: data.framework,
      root: data.root,
      fromYear: data.fromYear,
      toYear: data.toYear,
      launchedAt: metadata.effectiveAt,
      legalBasis: metadata.legalBasis ?? [],
    }),
    PilotDesignated: (document, event) => {
      const { organisation, chosenBy } = event.data;
      const pilot = {
        organisation,
        ...(chosenBy === undefined ? {} : { chosenBy }),
        designated: refTo(event),
      };
      const others = document.pilots.filter((known) => known.organisation !== organisation);
      return { ...document, pilots: [...others, pilot] };
    },
    CampaignRolledOut: (document, { metadata }) => ({
      ...document,
      state: document.state === 'CLOSED' ? 'CLOSED' : 'ROLLED_OUT',
      rolledOutAt: metadata.effectiveAt,
    }),
    CampaignClosed: (document, { metadata }) => ({
      ...document,
      state: 'CLOSED',
      closedAt: metadata.effectiveAt,
    }),
  },
});
