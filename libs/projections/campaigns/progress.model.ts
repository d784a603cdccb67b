import type { CampaignId, OrganisationId } from '#vocabulary';
import { documentId, modelOf } from '#projection-engine';
import type { CampaignProgressDocument } from './campaign.document';

export const CAMPAIGN_PROGRESS = 'campaign-progress';

/** Who has pledged and who is recognised. */
export const progressModel = modelOf<CampaignProgressDocument>()({
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
  // A member's personal pledge is not the organisation's.
  idsOf: ({ data }) => ('member' in data ? [] : [progressId(data.organisation, data.year)]),
  begin: ({ data: { organisation, year } }) => ({
    organisation,
    year,
    campaign: null,
    registered: false,
    signed: false,
    recognised: false,
    assessedUnder: null,
  }),
  takes: {
    PledgeRegistered: (document, { data }) =>
      pledged(document, data.campaign, { registered: true, signed: false }),
    PledgeSigned: (document, { data }) =>
      pledged(document, data.campaign, { registered: true, signed: true }),
    PledgeWithdrawn: (document, { data: { campaign } }) =>
      document.campaign === campaign
        ? pledged(document, campaign, { registered: false, signed: false })
        : document,
    AssessmentOpened: (document, { data: { campaign } }) => ({
      ...document,
      campaign,
      assessedUnder: campaign,
    }),
    RecognitionGranted: (document) => ({ ...document, recognised: true }),
    RecognitionRefused: notRecognised,
    RecognitionRevoked: notRecognised,
  },
  correct: (document, { withdrawn: { type, data } }, _id, restated) => {
    if (type === 'AssessmentOpened') {
      return restated({ ...document, assessedUnder: null, recognised: false });
    }
    const isOfPledge = 'campaign' in data && data.campaign === document.campaign;
    return isOfPledge ? restated({ ...document, registered: false, signed: false }) : document;
  },
});

function progressId(organisation: OrganisationId, year: number): string {
  return documentId(year, organisation);
}

function notRecognised(document: CampaignProgressDocument): CampaignProgressDocument {
  return { ...document, recognised: false };
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
