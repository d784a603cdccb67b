import type { Fact } from '../shared/event';
import type { CampaignId, FrameworkRef, OrganisationId } from '#vocabulary';

export type CampaignEvent =
  | Fact<
      'CampaignLaunched',
      {
        readonly campaign: CampaignId;
        readonly framework: FrameworkRef;
        /** The campaign reaches this organisation and all below it. */
        readonly root: OrganisationId;
        readonly fromYear: number;
        readonly toYear: number;
      }
    >
  | Fact<
      'PilotDesignated',
      {
        readonly campaign: CampaignId;
        readonly organisation: OrganisationId;
        readonly chosenBy?: OrganisationId;
      }
    >
  | Fact<'CampaignRolledOut', { readonly campaign: CampaignId; readonly root: OrganisationId }>
  | Fact<'CampaignClosed', { readonly campaign: CampaignId; readonly root: OrganisationId }>;
