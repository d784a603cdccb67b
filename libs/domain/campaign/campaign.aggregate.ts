import type { Aggregate } from '../shared/aggregate';
import { streams } from '../shared/streams';
import type { CampaignCommand } from './campaign.commands';
import { decideCampaign } from './campaign.decide';
import type { CampaignEvent } from './campaign.events';
import { evolveCampaign, unknownCampaign } from './campaign.state';
import type { CampaignState } from './campaign.state';

export const campaignAggregate: Aggregate<CampaignCommand, CampaignEvent, CampaignState> = {
  category: 'campaign',
  commands: ['LaunchCampaign', 'DesignatePilot', 'RollOutCampaign', 'CloseCampaign'],
  events: ['CampaignLaunched', 'PilotDesignated', 'CampaignRolledOut', 'CampaignClosed'],
  initial: unknownCampaign,
  streamOf: ({ campaign }) => streams.campaign(campaign),
  decide: decideCampaign,
  evolve: evolveCampaign,
};
