import { Field, ID, ObjectType } from '@nestjs/graphql';
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
  description: 'What makes a grievance weigh, and the event that says so.',
})
class GrievanceFlaggingType {
  @Field(() => GrievanceFlagEnum, { description: 'What makes it weigh.' })
  readonly flag!: GrievanceFlag;

  @Field(() => EventRefType, { description: 'The event.' })
  readonly event!: EventRefType;
}

@ObjectType('Grievance', { description: 'A complaint of citizens about an organisation.' })
export class GrievanceType {
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  /** The resolver makes it an organisation. */
  readonly organisationId!: string;

  @Field(() => GrievanceStateEnum, { description: 'How far it has come.' })
  readonly state!: GrievanceState;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was opened.' })
  readonly openedAt?: string;

  @Field(() => [GrievanceFlaggingType], { description: 'What makes it weigh.' })
  readonly flags!: readonly GrievanceFlaggingType[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was resolved.' })
  readonly resolvedAt?: string;

  @Field(() => [EventRefType], { description: 'All events of it, in the order recorded.' })
  readonly events!: readonly EventRefType[];

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'Grievances, a page of them.' })
export class GrievanceConnection extends connectionOf('Grievance', GrievanceType) {}
