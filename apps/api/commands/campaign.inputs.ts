import { InputType } from '@nestjs/graphql';
import {
  CommandFields,
  CommandInput,
  IdField,
  IntegerField,
  NestedField,
  YearField,
} from './shared';

@InputType({ description: 'One version of a criteria framework.' })
export class FrameworkRefInput {
  @IdField('The framework.')
  readonly id!: string;

  @IntegerField('The version.', { min: 1, max: 1_000_000 })
  readonly version!: number;
}

@InputType({ isAbstract: true })
abstract class CampaignFields extends CommandFields {
  @IdField('The campaign.')
  readonly campaign!: string;
}

@CommandInput(
  'LaunchCampaign',
  'A committee launches a campaign for all organisations below one, under one published framework version.',
)
export class LaunchCampaignInput extends CampaignFields {
  @NestedField(() => FrameworkRefInput, 'The version of the criteria framework.')
  readonly framework!: FrameworkRefInput;

  @IdField("The organisation at the top of the campaign's reach, which includes all below it.")
  readonly root!: string;

  @YearField('The first year of the campaign.')
  readonly fromYear!: number;

  @YearField('The last year of the campaign.')
  readonly toYear!: number;
}

@CommandInput('DesignatePilot', 'An organisation is chosen to go first.')
export class DesignatePilotInput extends CampaignFields {
  @IdField('The organisation that goes first.')
  readonly organisation!: string;

  @IdField('The committee that chose it, where pilots choose among their own.', { optional: true })
  readonly chosenBy?: string;
}

@CommandInput('RollOutCampaign', 'A campaign is extended from the pilots to all organisations.')
export class RollOutCampaignInput extends CampaignFields {}

@CommandInput('CloseCampaign', 'A campaign ends.')
export class CloseCampaignInput extends CampaignFields {}
