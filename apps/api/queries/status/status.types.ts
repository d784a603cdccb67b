import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../graphql/enum-of';
import { PositionScalar } from '../../graphql/scalars';

const ProjectionStateEnum = enumOf('ProjectionState', 'Whether a read model is kept up to date.', {
  RUNNING: 'It follows what is recorded.',
  CATCHING_UP: 'It is being built; nobody reads it yet.',
  WAITING: 'The store of the read models is away; it goes on by itself when that is back.',
  PAUSED: 'An operator has it built at another time.',
  STOPPED: 'It does not go on by itself; the log of the service says why.',
});

const ProjectionOwnershipEnum = enumOf(
  'ProjectionOwnership',
  'Which process keeps a read model up to date.',
  {
    OWNED: 'The one that answers.',
    STANDING_BY: 'Another; the one that answers takes over from it when it ends or stalls.',
    ELSEWHERE: 'Another; the one that answers only reads.',
    NOBODY: 'None at present.',
  },
);

@ObjectType('ProjectionStatus', { description: 'The status of one read model.' })
export class ProjectionStatusType {
  @Field({ description: 'The name of the projection.' })
  readonly name!: string;

  @Field(() => Int, { description: 'The version of the projection.' })
  readonly version!: number;

  @Field(() => ProjectionStateEnum, { description: 'Whether it is kept up to date.' })
  readonly state!: keyof typeof ProjectionStateEnum;

  @Field(() => ProjectionOwnershipEnum, { description: 'Which process keeps it up to date.' })
  readonly ownership!: keyof typeof ProjectionOwnershipEnum;

  @Field(() => PositionScalar, {
    nullable: true,
    description: 'The position of the last event it counts; null before the first.',
  })
  readonly position?: bigint;

  @Field(() => Int, {
    description: 'The number of events it counts, from the beginning of the log.',
  })
  readonly eventsApplied!: number;

  @Field(() => Int, {
    description: 'The exact number of recorded events that it does not count yet.',
  })
  readonly eventsBehind!: number;

  @Field(() => Float, {
    description: 'The age in seconds of the oldest event that it does not count yet.',
  })
  readonly secondsBehind!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'The estimated seconds until it is built; null unless the answering process is building it.',
  })
  readonly secondsLeft?: number;
}

@ObjectType('ServiceStatus', { description: 'The status of the service.' })
export class ServiceStatusType {
  @Field(() => PositionScalar, {
    nullable: true,
    description: 'The position of the last recorded event; null for an empty log.',
  })
  readonly position?: bigint | undefined;

  @Field(() => [ProjectionStatusType], { description: 'The read models.' })
  readonly projections!: readonly ProjectionStatusType[];
}
