import { on } from '#domain/testing';
import { documentIn, project, recorded } from '#projection-engine/testing';
import type { ToRecord } from '#projection-engine/testing';
import {
  CAMPAIGN_PROGRESS,
  campaignDocumentId,
  campaignProgress,
  CAMPAIGNS,
  campaignsProjection,
} from '.';
import type { CampaignDocument, CampaignProgress, CampaignProgressDocument } from '.';

const FRAMEWORK = { id: 'f1', version: 1 };
const IN_REACH = new Map(
  ['cell-1', 'cell-2', 'cell-3'].map((cell) => [cell, 'SUBORDINATE_CELL'] as const),
);
const LEGAL_BASIS = [{ number: '518-KH/HU', date: '2024-01-22', issuer: 'Huyện ủy' }];

function pledged(organisation: string, campaign = 'c1', member?: string): ToRecord {
  return on('2024-02-01', {
    type: 'PledgeRegistered',
    data: {
      campaign,
      year: 2024,
      organisation,
      framework: FRAMEWORK,
      items: [],
      ...(member === undefined ? {} : { member }),
    },
  });
}

function signed(organisation: string, campaign = 'c1'): ToRecord {
  return on('2024-02-02', {
    type: 'PledgeSigned',
    data: { campaign, year: 2024, organisation, framework: FRAMEWORK },
  });
}

function withdrawn(organisation: string): ToRecord {
  return on('2024-02-03', {
    type: 'PledgeWithdrawn',
    data: { campaign: 'c1', year: 2024, organisation },
  });
}

function decided(
  type: 'RecognitionGranted' | 'RecognitionRefused',
  organisation: string,
): ToRecord {
  return on('2024-12-20', {
    type,
    data: { organisation, year: 2024, number: '1-QĐ', decidedBy: 'district' },
  });
}

async function progressOf(
  campaign: string,
  ...facts: readonly ToRecord[]
): Promise<CampaignProgress> {
  const projected = await project(campaignsProjection, recorded(...facts));
  try {
    const collection = await projected.collection<CampaignProgressDocument>(CAMPAIGN_PROGRESS);
    return await campaignProgress(collection, campaign, 2024, IN_REACH);
  } finally {
    await projected.close();
  }
}

describe('a campaign', () => {
  it('shows its launch with the chain of documents, its pilots and how far it is', () => {
    const facts = recorded(
      {
        ...on('2024-02-01', {
          type: 'CampaignLaunched',
          data: {
            campaign: 'c1',
            framework: FRAMEWORK,
            root: 'district',
            fromYear: 2024,
            toYear: 2025,
          },
        }),
        circumstances: { legalBasis: LEGAL_BASIS },
      },
      on('2024-02-02', {
        type: 'PilotDesignated',
        data: { campaign: 'c1', organisation: 'cell', chosenBy: 'committee' },
      }),
      on('2025-01-01', { type: 'CampaignRolledOut', data: { campaign: 'c1', root: 'district' } }),
    );
    const key = { collection: CAMPAIGNS, id: campaignDocumentId('c1') };
    expect(documentIn<CampaignDocument>(campaignsProjection, facts, key)).toMatchObject({
      state: 'ROLLED_OUT',
      root: 'district',
      fromYear: 2024,
      legalBasis: LEGAL_BASIS,
      pilots: [{ organisation: 'cell', chosenBy: 'committee' }],
    });
  });

  it('counts organisations that pledged, signed and were recognised, each once', async () => {
    const progress = await progressOf(
      'c1',
      pledged('cell-1'),
      signed('cell-1'),
      decided('RecognitionGranted', 'cell-1'),
      pledged('cell-2'),
      pledged('cell-2', 'c1', 'm00001'),
      pledged('cell-3'),
      signed('cell-3'),
      decided('RecognitionRefused', 'cell-3'),
    );
    expect(progress).toMatchObject({ year: 2024, registered: 3, signed: 2, recognised: 1 });
  });

  it('counts nobody who is not in its reach any more', async () => {
    const facts = ['cell-1', 'cell-moved'].flatMap((organisation) => [
      pledged(organisation),
      signed(organisation),
      decided('RecognitionGranted', organisation),
    ]);
    expect(await progressOf('c1', ...facts)).toMatchObject({
      year: 2024,
      registered: 1,
      signed: 1,
      recognised: 1,
    });
  });

  it('no longer counts a recognition that was revoked', async () => {
    const revoked = on('2025-03-01', {
      type: 'RecognitionRevoked',
      data: { organisation: 'cell-1', year: 2024, decidedBy: 'district' },
    });
    const facts = [pledged('cell-1'), signed('cell-1'), decided('RecognitionGranted', 'cell-1')];
    expect(await progressOf('c1', ...facts)).toMatchObject({ signed: 1, recognised: 1 });
    expect(await progressOf('c1', ...facts, revoked)).toMatchObject({ signed: 1, recognised: 0 });
  });

  it('no longer counts who withdrew, or went over to another campaign', async () => {
    const facts = [
      pledged('cell-1'),
      signed('cell-1'),
      withdrawn('cell-1'),
      pledged('cell-1', 'c2'),
    ];
    expect(await progressOf('c1', ...facts)).toMatchObject({
      year: 2024,
      registered: 0,
      signed: 0,
      recognised: 0,
    });
    expect(await progressOf('c2', ...facts)).toMatchObject({
      year: 2024,
      registered: 1,
      signed: 0,
      recognised: 0,
    });
  });
});
