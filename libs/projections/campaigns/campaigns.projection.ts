import { projectionOf } from '#projection-engine';
import { campaignModel } from './campaign.model';
import { progressModel } from './progress.model';

/** Campaigns, and how far each organisation has come under them. */
export const campaignsProjection = projectionOf('campaigns', 1, [campaignModel, progressModel]);
