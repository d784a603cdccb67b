import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../access';
import { enumOf } from '../../graphql/enum-of';
import { DateTimeScalar } from '../../graphql/scalars';
import { connectionOf, EventRefType, FrameworkRefType, ProjectedThrough } from '../shared';

export const PledgeStateEnum = enumOf('PledgeState', 'How far a pledge has come.', {
  REGISTERED: 'Registered, not signed.',
  SIGNED: 'Signed.',
  WITHDRAWN: 'Withdrawn.',
});
export type PledgeState = keyof typeof PledgeStateEnum;

@ObjectType('PledgeReport', { description: 'A report on one pledged item.' })
class PledgeReportType {
  @Field({ description: 'The text of the report.' })
  readonly report!: string;

  @Field({ description: 'Whether the item was done at that time.' })
  readonly done!: boolean;

  @Field(() => EventRefType, { description: 'The event that recorded the report.' })
  readonly reported!: EventRefType;
}

@ObjectType('PledgeItem', { description: 'One pledged item.' })
class PledgeItemType {
  @Field(() => Int, { description: 'The number of the item, from 1.' })
  readonly item!: number;

  @Field({ description: 'The pledged item in words.' })
  readonly text!: string;

  @Field({ description: 'Whether the item is done, as last reported.' })
  readonly done!: boolean;

  @Field(() => [PledgeReportType], { description: 'The reports on the item, in recording order.' })
  readonly reports!: readonly PledgeReportType[];
}

@Shown<PledgeType>('OWN_WORK', ({ organisationId }) => [organisationId])
@ObjectType('Pledge', { description: 'The pledge of an organisation, or of a member, for a year.' })
export class PledgeType {
  @Field(() => ID, { description: 'The id of the campaign.' })
  readonly campaign!: string;

  @Field(() => Int, { description: 'The year pledged for.' })
  readonly year!: number;

  /** The resolver makes it an organisation. */
  readonly organisationId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The member; null for the pledge of the organisation itself.',
  })
  readonly member!: string | null;

  @Field(() => PledgeStateEnum, {
    description: 'Whether the pledge is registered, signed or withdrawn.',
  })
  readonly state!: PledgeState;

  @Field(() => FrameworkRefType, {
    nullable: true,
    description: 'The framework version pledged under; null when it is not known.',
  })
  readonly framework?: FrameworkRefType;

  @Field(() => [PledgeItemType], { description: 'The pledged items.' })
  readonly items!: readonly PledgeItemType[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The effective time of the registration; null when none is recorded.',
  })
  readonly registeredAt?: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The effective time of the signing; null while it is unsigned.',
  })
  readonly signedAt?: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The effective time of the withdrawal; null while it stands.',
  })
  readonly withdrawnAt?: string;

  @Field(() => [EventRefType], { description: 'The events of the pledge, in recording order.' })
  readonly events!: readonly EventRefType[];

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'A page of pledges.' })
export class PledgeConnection extends connectionOf('Pledge', PledgeType) {}
