import { assertNever } from '#vocabulary';
import type { CampaignId, OrganisationId } from '#vocabulary';
import { documentId, modelOf } from '#projection-engine';
import type { FactOfType } from '#projection-engine';
import type { CampaignProgressDocument } from './campaign.document';

export const CAMPAIGN_PROGRESS = 'campaign-progress';

/** What changes who has pledged and who is recognised. */
type ProgressEventType =
  | 'PledgeRegistered'
  | 'PledgeSigned'
  | 'PledgeWithdrawn'
  | 'AssessmentOpened'
  | 'RecognitionGranted'
  | 'RecognitionRefused'
  | 'RecognitionRevoked';

export const progressModel = modelOf<CampaignProgressDocument, ProgressEventType>({
  collection: {
    name: CAMPAIGN_PROGRESS,
    indexes: [
      {
        name: 'registered',
        fields: [
          { path: 'campaign' },
          { path: 'year' },
          { path: 'registered' },
          { path: 'organisation' },
        ],
      },
      {
        name: 'signed',
        fields: [
          { path: 'campaign' },
          { path: 'year' },
          { path: 'signed' },
          { path: 'organisation' },
        ],
      },
      {
        name: 'recognised',
        fields: [
          { path: 'campaign' },
          { path: 'year' },
          { path: 'recognised' },
          { path: 'organisation' },
        ],
      },
    ],
  },
  takes: {
    PledgeRegistered: true,
    PledgeSigned: true,
    PledgeWithdrawn: true,
    AssessmentOpened: true,
    RecognitionGranted: true,
    RecognitionRefused: true,
    RecognitionRevoked: true,
  },
  idsOf: (event) =>
    isOfMember(event) ? [] : [progressId(event.data.organisation, event.data.year)],
  apply: (document, event) =>
    applied(document ?? begun(event.data.organisation, event.data.year), event),
  correct: (document, { withdrawn: { type, data } }, _id, restated) => {
    if (type === 'AssessmentOpened') {
      return restated({ ...document, assessedUnder: null, recognised: false });
    }
    const isOfPledge = 'campaign' in data && data.campaign === document.campaign;
    return isOfPledge ? restated({ ...document, registered: false, signed: false }) : document;
  },
});

/** A member's personal pledge is not the organisation's. */
function isOfMember({ data }: FactOfType<ProgressEventType>): boolean {
  return 'member' in data;
}

function progressId(organisation: OrganisationId, year: number): string {
  return documentId(year, organisation);
}

function begun(organisation: OrganisationId, year: number): CampaignProgressDocument {
  return {
    organisation,
    year,
    campaign: null,
    registered: false,
    signed: false,
    recognised: false,
    assessedUnder: null,
  };
}

function applied(
  document: CampaignProgressDocument,
  event: FactOfType<ProgressEventType>,
): CampaignProgressDocument {
  switch (event.type) {
    case 'PledgeRegistered':
      return pledged(document, event.data.campaign, { registered: true, signed: false });
    case 'PledgeSigned':
      return pledged(document, event.data.campaign, { registered: true, signed: true });
    case 'PledgeWithdrawn':
      return document.campaign === event.data.campaign
        ? pledged(document, event.data.campaign, { registered: false, signed: false })
        : document;
    case 'AssessmentOpened': {
      const { campaign } = event.data;
      return { ...document, campaign, assessedUnder: campaign };
    }
    case 'RecognitionGranted':
      return { ...document, recognised: true };
    case 'RecognitionRefused':
    case 'RecognitionRevoked':
      return { ...document, recognised: false };
    default:
      return assertNever(event);
  }
}

function pledged(
  document: CampaignProgressDocument,
  campaign: CampaignId,
  pledge: Pick<CampaignProgressDocument, 'registered' | 'signed'>,
): CampaignProgressDocument {
  const { assessedUnder } = document;
  if (assessedUnder !== null && assessedUnder !== campaign) return document;
  return { ...document, campaign, ...pledge };
}
