import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../access';
import { connectionOf, EventRefType, ProjectedThrough } from '../shared';

@Shown('REGISTER')
@ObjectType('Reward', { description: 'A reward (khen thưởng) granted to an organisation.' })
export class RewardType {
  /** The resolver makes these organisations. */
  readonly organisationId!: string;
  readonly grantedById!: string;

  @Field(() => Int, { description: 'The year that the reward is for.' })
  readonly year!: number;

  @Field({ description: 'The name of the reward.' })
  readonly reward!: string;

  @Field(() => ID, { description: 'The id of the event that granted it.' })
  readonly id!: string;

  @Field(() => EventRefType, { description: 'The event that recorded the reward.' })
  readonly granted!: EventRefType;

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'A page of the register of rewards.' })
export class RewardConnection extends connectionOf('Reward', RewardType) {}
