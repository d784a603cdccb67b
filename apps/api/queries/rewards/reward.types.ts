import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, EventRefType, ProjectedThrough } from '../shared';

@ObjectType('Reward', { description: 'A reward (khen thưởng) that an organisation was granted.' })
export class RewardType {
  /** The resolver makes these organisations. */
  readonly organisationId!: string;
  readonly grantedById!: string;

  @Field(() => Int, { description: 'The year it is for.' })
  readonly year!: number;

  @Field({ description: 'What.' })
  readonly reward!: string;

  @Field(() => ID, { description: 'The event.' })
  readonly id!: string;

  @Field(() => EventRefType, { description: 'When it was granted.' })
  readonly granted!: EventRefType;

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'The register of rewards, a page of it.' })
export class RewardConnection extends connectionOf('Reward', RewardType) {}
