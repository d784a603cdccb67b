import { assertNever } from '#vocabulary';
import type { CampaignId } from '#vocabulary';
import type { CampaignEvent } from '#domain';
import { documentId, grounded, modelOf, refTo } from '#projection-engine';
import type { FactOfType } from '#projection-engine';
import type { CampaignDocument } from './campaign.document';

export const CAMPAIGNS = 'campaigns';

export function campaignDocumentId(campaign: CampaignId): string {
  return documentId(campaign);
}

export const campaignModel = modelOf<CampaignDocument, CampaignEvent['type']>({
  collection: {
    name: CAMPAIGNS,
    indexes: [
      { name: 'root', fields: [{ path: 'root' }, { path: 'fromYear' }, { path: 'campaign' }] },
      { name: 'state', fields: [{ path: 'state' }, { path: 'campaign' }] },
    ],
  },
  takes: {
    CampaignLaunched: true,
    PilotDesignated: true,
    CampaignRolledOut: true,
    CampaignClosed: true,
  },
  idsOf: ({ data }) => [campaignDocumentId(data.campaign)],
  apply: (document, event) =>
    grounded(applied(document ?? begun(event.data.campaign), event), event),
});

function begun(campaign: CampaignId): CampaignDocument {
  return { campaign, state: 'LAUNCHED', legalBasis: [], pilots: [], events: [] };
}

function applied(
  document: CampaignDocument,
  event: FactOfType<CampaignEvent['type']>,
): CampaignDocument {
  const at = event.metadata.effectiveAt;
  switch (event.type) {
    case 'CampaignLaunched': {
      const { framework, root, fromYear, toYear } = event.data;
      const legalBasis = event.metadata.legalBasis ?? [];
      return { ...document, framework, root, fromYear, toYear, launchedAt: at, legalBasis };
    }
    case 'PilotDesignated': {
      const { organisation, chosenBy } = event.data;
      const pilot = {
        organisation,
        ...(chosenBy === undefined ? {} : { chosenBy }),
        designated: refTo(event),
      };
      const others = document.pilots.filter((one) => one.organisation !== organisation);
      return { ...document, pilots: [...others, pilot] };
    }
    case 'CampaignRolledOut':
      return {
        ...document,
        state: document.state === 'CLOSED' ? 'CLOSED' : 'ROLLED_OUT',
        rolledOutAt: at,
      };
    case 'CampaignClosed':
      return { ...document, state: 'CLOSED', closedAt: at };
    default:
      return assertNever(event);
  }
}
