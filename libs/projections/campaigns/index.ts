export * from './campaign.document';
export * from './campaign-progress.query';
export * from './campaigns.projection';
export { CAMPAIGNS, campaignDocumentId } from './campaign.model';
export { CAMPAIGN_PROGRESS } from './progress.model';
export { campaignReach } from './campaign-reach';
