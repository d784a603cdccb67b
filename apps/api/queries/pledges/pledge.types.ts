import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../graphql/enum-of';
import { DateTimeScalar } from '../../graphql/scalars';
import { connectionOf, EventRefType, FrameworkRefType, ProjectedThrough } from '../shared';

export const PledgeStateEnum = enumOf('PledgeState', 'How far a pledge has come.', {
  REGISTERED: 'Registered, not signed.',
  SIGNED: 'Signed.',
  WITHDRAWN: 'Withdrawn.',
});
export type PledgeState = keyof typeof PledgeStateEnum;

@ObjectType('PledgeReport', { description: 'What was reported of a thing pledged.' })
class PledgeReportType {
  @Field({ description: 'The report.' })
  readonly report!: string;

  @Field({ description: 'Whether it was done by then.' })
  readonly done!: boolean;

  @Field(() => EventRefType, { description: 'The event.' })
  readonly reported!: EventRefType;
}

@ObjectType('PledgeItem', { description: 'One thing pledged.' })
class PledgeItemType {
  @Field(() => Int, { description: 'Which, counted from 1.' })
  readonly item!: number;

  @Field({ description: 'What is pledged.' })
  readonly text!: string;

  @Field({ description: 'Whether it is done, as last reported.' })
  readonly done!: boolean;

  @Field(() => [PledgeReportType], { description: 'What was reported of it.' })
  readonly reports!: readonly PledgeReportType[];
}

@ObjectType('Pledge', { description: 'The pledge of an organisation, or of a member, for a year.' })
export class PledgeType {
  @Field(() => ID, { description: 'The campaign.' })
  readonly campaign!: string;

  @Field(() => Int, { description: 'The year.' })
  readonly year!: number;

  /** The resolver makes it an organisation. */
  readonly organisationId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The member; null for the pledge of the organisation itself.',
  })
  readonly member!: string | null;

  @Field(() => PledgeStateEnum, { description: 'How far it has come.' })
  readonly state!: PledgeState;

  @Field(() => FrameworkRefType, {
    nullable: true,
    description: 'The framework version pledged under.',
  })
  readonly framework?: FrameworkRefType;

  @Field(() => [PledgeItemType], { description: 'What is pledged.' })
  readonly items!: readonly PledgeItemType[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was registered.' })
  readonly registeredAt?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was signed.' })
  readonly signedAt?: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was withdrawn.' })
  readonly withdrawnAt?: string;

  @Field(() => [EventRefType], { description: 'All events of it, in the order recorded.' })
  readonly events!: readonly EventRefType[];

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'Pledges, a page of them.' })
export class PledgeConnection extends connectionOf('Pledge', PledgeType) {}
