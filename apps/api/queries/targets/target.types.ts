import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { TargetDirection } from '#vocabulary';
import { DecimalScalar } from '../../graphql/scalars';
import { TargetDirectionEnum } from '../../graphql/vocabulary';
import { connectionOf, EventRefType, ProjectedThrough } from '../shared';

@ObjectType('AchievedResult', { description: 'What was reached of a target.' })
class AchievedResultType {
  @Field(() => DecimalScalar, { description: 'The figure.' })
  readonly achieved!: string;

  @Field(() => EventRefType, { description: 'The event.' })
  readonly event!: EventRefType;
}

@ObjectType('Target', { description: 'A target (chỉ tiêu) of an organisation for a year.' })
export class TargetType {
  /** The resolver makes it an organisation. */
  readonly organisationId!: string;

  @Field(() => Int, { description: 'The year.' })
  readonly year!: number;

  @Field(() => ID, { description: 'Its code, unique for the organisation and year.' })
  readonly code!: string;

  @Field({ description: 'What is to be reached.' })
  readonly title!: string;

  @Field({ description: 'The unit of the figures.' })
  readonly unit!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'The figure to be reached.' })
  readonly assigned!: string | null;

  @Field(() => TargetDirectionEnum, { description: 'On which side of the figure it is met.' })
  readonly direction!: TargetDirection;

  @Field(() => [AchievedResultType], { description: 'Reports on the way, in the order recorded.' })
  readonly progress!: readonly AchievedResultType[];

  @Field(() => AchievedResultType, { nullable: true, description: 'The confirmed result.' })
  readonly confirmed?: AchievedResultType;

  @Field(() => [EventRefType], { description: 'All events of it, in the order recorded.' })
  readonly events!: readonly EventRefType[];

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'Targets, a page of them.' })
export class TargetConnection extends connectionOf('Target', TargetType) {}

@ObjectType('InspectionPlanItem', { description: 'An item of an inspection plan.' })
class InspectionPlanItemType {
  @Field(() => ID, { description: 'Its code.' })
  readonly code!: string;

  @Field({ description: 'What is to be inspected.' })
  readonly title!: string;

  @Field(() => EventRefType, { nullable: true, description: 'When it was carried out.' })
  readonly done?: EventRefType;
}

@ObjectType('InspectionPlan', {
  description: 'The inspection and supervision plan of an organisation for a year.',
})
export class InspectionPlanType {
  /** The resolver makes it an organisation. */
  readonly organisationId!: string;

  @Field(() => Int, { description: 'The year.' })
  readonly year!: number;

  @Field(() => EventRefType, { nullable: true, description: 'Its adoption.' })
  readonly adopted?: EventRefType;

  @Field(() => [InspectionPlanItemType], { description: 'Its items.' })
  readonly items!: readonly InspectionPlanItemType[];

  @Field(() => [EventRefType], { description: 'All events of it, in the order recorded.' })
  readonly events!: readonly EventRefType[];

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'Inspection plans, a page of them.' })
export class InspectionPlanConnection extends connectionOf('InspectionPlan', InspectionPlanType) {}
