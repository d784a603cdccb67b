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

@ObjectType('ProjectionStatus', { description: 'How far one read model is.' })
export class ProjectionStatusType {
  @Field({ description: 'Its name.' })
  readonly name!: string;

  @Field(() => Int, { description: 'Its version.' })
  readonly version!: number;

  @Field(() => ProjectionStateEnum, { description: 'Whether it is kept up to date.' })
  readonly state!: keyof typeof ProjectionStateEnum;

  @Field(() => ProjectionOwnershipEnum, { description: 'Which process keeps it up to date.' })
  readonly ownership!: keyof typeof ProjectionOwnershipEnum;

  @Field(() => PositionScalar, { nullable: true, description: 'The last event it counts.' })
  readonly position?: bigint;

  @Field(() => Int, { description: 'Events of the log that it counts, since the beginning.' })
  readonly eventsApplied!: number;

  @Field(() => Int, { description: 'Events recorded and not yet counted; exact.' })
  readonly eventsBehind!: number;

  @Field(() => Float, { description: 'The age of the oldest event not yet counted.' })
  readonly secondsBehind!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How long it will take to build, estimated by the process that builds it.',
  })
  readonly secondsLeft?: number;
}

@ObjectType('ServiceStatus', { description: 'How the service is.' })
export class ServiceStatusType {
  @Field(() => PositionScalar, { nullable: true, description: 'The last event recorded.' })
  readonly position?: bigint | undefined;

  @Field(() => [ProjectionStatusType], { description: 'The read models.' })
  readonly projections!: readonly ProjectionStatusType[];
}
