import type { CampaignId, FrameworkRef, OrganisationId } from '#vocabulary';

export type CampaignCommand =
  | {
      readonly type: 'LaunchCampaign';
      readonly campaign: CampaignId;
      readonly framework: FrameworkRef;
      readonly root: OrganisationId;
      readonly fromYear: number;
      readonly toYear: number;
    }
  | {
      readonly type: 'DesignatePilot';
      readonly campaign: CampaignId;
      readonly organisation: OrganisationId;
      readonly chosenBy?: OrganisationId;
    }
  | { readonly type: 'RollOutCampaign'; readonly campaign: CampaignId }
  | { readonly type: 'CloseCampaign'; readonly campaign: CampaignId };
