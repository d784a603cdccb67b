import { Args, Resolver } from '@nestjs/graphql';
import type { Receipt } from '#commands';
import type { Actor } from '#vocabulary';
import { Acting } from '../../identity/acting';
import { Commands, Records } from '../shared';
import {
  LaunchCampaignInput,
  DesignatePilotInput,
  RollOutCampaignInput,
  CloseCampaignInput,
} from './campaign.inputs';

/** Commands of a campaign. */
@Resolver()
export class CampaignCommands {
  constructor(private readonly commands: Commands) {}

  @Records(
    'A committee launches a campaign for all organisations below one, under one published framework version.',
  )
  launchCampaign(
    @Args('input') input: LaunchCampaignInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('LaunchCampaign', input, actor);
  }

  @Records('An organisation is chosen to go first.')
  designatePilot(
    @Args('input') input: DesignatePilotInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('DesignatePilot', input, actor);
  }

  @Records('The campaign goes on from the pilots to all.')
  rollOutCampaign(
    @Args('input') input: RollOutCampaignInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('RollOutCampaign', input, actor);
  }

  @Records('The campaign ends.')
  closeCampaign(
    @Args('input') input: CloseCampaignInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('CloseCampaign', input, actor);
  }
}
