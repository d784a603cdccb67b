import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../graphql/enum-of';
import { DateTimeScalar } from '../../graphql/scalars';
import { connectionOf, FrameworkRefType, LegalBasisType, ProjectedThrough } from '../shared';

export const CampaignStateEnum = enumOf('CampaignState', 'How far a campaign has come.', {
  LAUNCHED: 'Launched; pilots may have been designated.',
  ROLLED_OUT: 'Rolled out from the pilots to all.',
  CLOSED: 'Over.',
});
export type CampaignState = keyof typeof CampaignStateEnum;

@ObjectType('CampaignProgress', {
  description:
    'How far a campaign has come in one year, of the organisations in its reach at the end of it.',
})
export class CampaignProgressType {
  @Field(() => Int, { description: 'The year.' })
  readonly year!: number;

  @Field(() => Int, {
    description:
      'Cells and committees in its reach at the end of the year, without superior committees.',
  })
  readonly total!: number;

  @Field(() => Int, { description: 'Organisations with a pledge that stands, signed or not.' })
  readonly registered!: number;

  @Field(() => Int, { description: 'Organisations with a signed pledge.' })
  readonly pledged!: number;

  @Field(() => Int, { description: 'Organisations whose recognition stands.' })
  readonly recognised!: number;
}

@ObjectType('Pilot', { description: 'An organisation that goes first.' })
class PilotType {
  @Field(() => ID, { description: 'The organisation.' })
  readonly organisation!: string;

  @Field(() => ID, { nullable: true, description: 'The committee that chose it.' })
  readonly chosenBy?: string;
}

@ObjectType('Campaign', { description: 'An emulation campaign of a committee.' })
export class CampaignType {
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Field(() => CampaignStateEnum, { description: 'How far it has come.' })
  readonly state!: CampaignState;

  @Field(() => FrameworkRefType, { description: 'The framework version it is under.' })
  readonly framework!: FrameworkRefType;

  /** The resolver makes it an organisation. */
  readonly rootId!: string;

  @Field(() => Int, { description: 'The first year.' })
  readonly fromYear!: number;

  @Field(() => Int, { description: 'The last year.' })
  readonly toYear!: number;

  @Field(() => DateTimeScalar, { description: 'When it was launched.' })
  readonly launchedAt!: string;

  @Field(() => [LegalBasisType], { description: 'The chain of documents the launch rests on.' })
  readonly legalBasis!: readonly LegalBasisType[];

  @Field(() => [PilotType], { description: 'The organisations that go first.' })
  readonly pilots!: readonly PilotType[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was rolled out.' })
  readonly rolledOutAt?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed.' })
  readonly closedAt?: string;

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'Campaigns, a page of them.' })
export class CampaignConnection extends connectionOf('Campaign', CampaignType) {}
