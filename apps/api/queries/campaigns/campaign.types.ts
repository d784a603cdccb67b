import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../access';
import { enumOf } from '../../graphql/enum-of';
import { DateTimeScalar } from '../../graphql/scalars';
import { connectionOf, FrameworkRefType, LegalBasisType, ProjectedThrough } from '../shared';

export const CampaignStateEnum = enumOf('CampaignState', 'How far a campaign has come.', {
  LAUNCHED: 'Launched; pilots may have been designated.',
  ROLLED_OUT: 'Rolled out from the pilots to all.',
  CLOSED: 'Over.',
});
export type CampaignState = keyof typeof CampaignStateEnum;

@ObjectType('CampaignCounts', { description: 'How many organisations have come how far.' })
export class CampaignCountsType {
  @Field(() => Int, {
    description:
      'The number of cells and committees in its reach at the end of the year, without superior committees.',
  })
  readonly total!: number;

  @Field(() => Int, {
    description: 'The number of organisations with a standing pledge, signed or not.',
  })
  readonly registered!: number;

  @Field(() => Int, { description: 'The number of organisations with a signed pledge.' })
  readonly pledged!: number;

  @Field(() => Int, { description: 'The number of organisations whose recognition stands.' })
  readonly recognised!: number;
}

@Shown('REGISTER')
@ObjectType('CampaignProgress', {
  description:
    'The progress of a campaign in one year, over the organisations in its reach at the end of that year. When its root was merged, its successor takes its place; when it was dissolved, those count that it had on the eve of its end.',
})
export class CampaignProgressType extends CampaignCountsType {
  @Field(() => Int, { description: 'The year counted.' })
  readonly year!: number;

  @Field(() => CampaignCountsType, { description: 'Of these, the grassroots organisations.' })
  readonly grassroots!: CampaignCountsType;

  @Field(() => CampaignCountsType, {
    description: 'Of these, the cells and committees below grassroots organisations.',
  })
  readonly subordinate!: CampaignCountsType;
}

@ObjectType('Pilot', { description: 'An organisation chosen to go first.' })
class PilotType {
  @Field(() => ID, { description: 'The id of the organisation.' })
  readonly organisation!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The committee that chose it; null when none is recorded.',
  })
  readonly chosenBy?: string;
}

@Shown('REGISTER')
@ObjectType('Campaign', { description: 'An emulation campaign of a committee.' })
export class CampaignType {
  @Field(() => ID, { description: 'The id of the campaign.' })
  readonly id!: string;

  @Field(() => CampaignStateEnum, {
    description: 'Whether the campaign is launched, rolled out or closed.',
  })
  readonly state!: CampaignState;

  @Field(() => FrameworkRefType, { description: 'The framework version of the campaign.' })
  readonly framework!: FrameworkRefType;

  /** The resolver makes it an organisation. */
  readonly rootId!: string;

  @Field(() => Int, { description: 'The first year of the campaign.' })
  readonly fromYear!: number;

  @Field(() => Int, { description: 'The last year of the campaign.' })
  readonly toYear!: number;

  @Field(() => DateTimeScalar, { description: 'The effective time of the launch.' })
  readonly launchedAt!: string;

  @Field(() => [LegalBasisType], { description: 'The documents that the launch rests on.' })
  readonly legalBasis!: readonly LegalBasisType[];

  @Field(() => [PilotType], { description: 'The organisations chosen to go first.' })
  readonly pilots!: readonly PilotType[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The effective time of the roll-out; null before it.',
  })
  readonly rolledOutAt?: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The effective time of the end; null while it runs.',
  })
  readonly closedAt?: string;

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'A page of campaigns.' })
export class CampaignConnection extends connectionOf('Campaign', CampaignType) {}
