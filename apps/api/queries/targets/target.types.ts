import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../access';
import type { TargetDirection } from '#vocabulary';
import { DecimalScalar } from '../../graphql/scalars';
import { TargetDirectionEnum } from '../../graphql/vocabulary';
import { connectionOf, EventRefType, ProjectedThrough } from '../shared';

@ObjectType('AchievedResult', { description: 'A reported or confirmed result of a target.' })
class AchievedResultType {
  @Field(() => DecimalScalar, { description: 'The figure reached, in the unit of the target.' })
  readonly achieved!: string;

  @Field(() => EventRefType, { description: 'The event that recorded the result.' })
  readonly event!: EventRefType;
}

@Shown<TargetType>('OWN_WORK', ({ organisationId }) => [organisationId])
@ObjectType('Target', { description: 'A target (chỉ tiêu) of an organisation for a year.' })
export class TargetType {
  /** The resolver makes it an organisation. */
  readonly organisationId!: string;

  @Field(() => Int, { description: 'The year of the target.' })
  readonly year!: number;

  @Field(() => ID, { description: 'The code of the target, unique for the organisation and year.' })
  readonly code!: string;

  @Field({ description: 'The target in words.' })
  readonly title!: string;

  @Field({ description: 'The unit of the figures.' })
  readonly unit!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The figure to be reached, in `unit`; null when only reports are recorded.',
  })
  readonly assigned!: string | null;

  @Field(() => TargetDirectionEnum, {
    description: 'Whether the target is met at or above, or at or below the figure.',
  })
  readonly direction!: TargetDirection;

  @Field(() => [AchievedResultType], {
    description: 'The reports of progress, in recording order.',
  })
  readonly progress!: readonly AchievedResultType[];

  @Field(() => AchievedResultType, {
    nullable: true,
    description: 'The confirmed result; null while there is none.',
  })
  readonly confirmed?: AchievedResultType;

  @Field(() => [EventRefType], { description: 'The events of the target, in recording order.' })
  readonly events!: readonly EventRefType[];

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'A page of targets.' })
export class TargetConnection extends connectionOf('Target', TargetType) {}

@ObjectType('InspectionPlanItem', { description: 'An item of an inspection plan.' })
class InspectionPlanItemType {
  @Field(() => ID, { description: 'The code of the item, unique in the plan.' })
  readonly code!: string;

  @Field({ description: 'The subject of the inspection.' })
  readonly title!: string;

  @Field(() => EventRefType, {
    nullable: true,
    description: 'The event that completed the item; null while none did.',
  })
  readonly done?: EventRefType;
}

@Shown<InspectionPlanType>('OWN_WORK', ({ organisationId }) => [organisationId])
@ObjectType('InspectionPlan', {
  description: 'The inspection and supervision plan of an organisation for a year.',
})
export class InspectionPlanType {
  /** The resolver makes it an organisation. */
  readonly organisationId!: string;

  @Field(() => Int, { description: 'The year of the plan.' })
  readonly year!: number;

  @Field(() => EventRefType, {
    nullable: true,
    description: 'The event that adopted the plan; null when none is recorded.',
  })
  readonly adopted?: EventRefType;

  @Field(() => [InspectionPlanItemType], { description: 'The items of the plan.' })
  readonly items!: readonly InspectionPlanItemType[];

  @Field(() => [EventRefType], { description: 'The events of the plan, in recording order.' })
  readonly events!: readonly EventRefType[];

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'A page of inspection plans.' })
export class InspectionPlanConnection extends connectionOf('InspectionPlan', InspectionPlanType) {}
