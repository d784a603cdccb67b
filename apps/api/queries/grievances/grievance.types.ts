import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../access';
import type { GrievanceFlag } from '#vocabulary';
import { enumOf } from '../../graphql/enum-of';
import { DateTimeScalar } from '../../graphql/scalars';
import { GrievanceFlagEnum } from '../../graphql/vocabulary';
import { connectionOf, EventRefType, ProjectedThrough } from '../shared';

export const GrievanceStateEnum = enumOf('GrievanceState', 'How far a grievance has come.', {
  OPEN: 'Not resolved.',
  RESOLVED: 'Resolved.',
});
export type GrievanceState = keyof typeof GrievanceStateEnum;

@ObjectType('GrievanceFlagging', {
  description: 'A flag of a grievance, with the event that set it.',
})
class GrievanceFlaggingType {
  @Field(() => GrievanceFlagEnum, { description: 'The reason why the grievance weighs.' })
  readonly flag!: GrievanceFlag;

  @Field(() => EventRefType, { description: 'The event that set the flag.' })
  readonly event!: EventRefType;
}

@Shown<GrievanceType>('OWN_WORK', ({ organisationId }) => [organisationId])
@ObjectType('Grievance', { description: 'A complaint of citizens about an organisation.' })
export class GrievanceType {
  @Field(() => ID, { description: 'The id of the grievance.' })
  readonly id!: string;

  /** The resolver makes it an organisation. */
  readonly organisationId!: string;

  @Field(() => GrievanceStateEnum, { description: 'Whether the grievance is open or resolved.' })
  readonly state!: GrievanceState;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The effective time of its opening; null when none is recorded.',
  })
  readonly openedAt?: string;

  @Field(() => [GrievanceFlaggingType], {
    description: 'The flags that make it weigh, in recording order.',
  })
  readonly flags!: readonly GrievanceFlaggingType[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The effective time of its resolution; null while it is open.',
  })
  readonly resolvedAt?: string;

  @Field(() => [EventRefType], { description: 'The events of the grievance, in recording order.' })
  readonly events!: readonly EventRefType[];

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'A page of grievances.' })
export class GrievanceConnection extends connectionOf('Grievance', GrievanceType) {}
