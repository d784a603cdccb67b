import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../access';
import { enumOf } from '../../graphql/enum-of';
import { PositionScalar } from '../../graphql/scalars';
import { LedgerStatusType } from './ledger-status.types';

const ProjectionStateEnum = enumOf('ProjectionState', 'Whether a read model is kept up to date.', {
  RUNNING: 'It follows what is recorded.',
  CATCHING_UP: 'It is being built; nobody reads it yet.',
  WAITING: 'The store of the read models is away; it goes on by itself when that is back.',
  PAUSED: 'An operator has it built at another time.',
  STOPPED: 'It does not go on by itself; `error` says why.',
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

@ObjectType({ isAbstract: true })
abstract class EventPlaceType {
  @Field({ description: 'The id of the event.' })
  readonly event!: string;

  @Field({ description: 'The type of the event, as it is recorded.' })
  readonly type!: string;

  @Field({ description: 'The stream that holds the event.' })
  readonly stream!: string;

  @Field(() => Int, { description: 'The place of the event in its stream, from 0.' })
  readonly revision!: number;

  @Field({ description: 'The position of the event in the log, in decimal.' })
  readonly position!: string;

  @Field(() => [String], {
    description: 'The ids of the organisations that the event concerns, with their ancestors.',
  })
  readonly organisations!: readonly string[];
}

@ObjectType('StoppedAt', { description: 'An event that a read model cannot count.' })
class StoppedAtType extends EventPlaceType {
  @Field({ description: 'Why the event cannot be counted.' })
  readonly reason!: string;

  @Field({ description: 'What an operator can do.' })
  readonly remedy!: string;
}

@ObjectType('LeftOutEvent', {
  description:
    'An event that a read model could not count and does without, as an operator allowed.',
})
class LeftOutEventType extends EventPlaceType {
  @Field({ description: 'Why the event could not be counted.' })
  readonly cause!: string;

  @Field({ description: 'Why the operator parked the event.' })
  readonly reason!: string;
}

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

  @Field({
    nullable: true,
    description: 'Why it stopped or waits; null while nothing is wrong.',
  })
  readonly error?: string;

  @Field(() => StoppedAtType, {
    nullable: true,
    description: 'The event at which it stopped; null unless it stopped at one.',
  })
  readonly stoppedAt?: StoppedAtType;

  @Field(() => [LeftOutEventType], { description: 'The events that it does without.' })
  readonly leftOut!: readonly LeftOutEventType[];
}

@ObjectType('ClockStep', {
  description: 'A time at which the clock of the machine was set, or the machine suspended.',
})
class ClockStepType {
  @Field(() => Int, {
    description:
      'The seconds by which the clock went forward beyond the time that passed; negative when it went back.',
  })
  readonly seconds!: number;

  @Field({ description: 'When the service noticed, by the clock as it was set.' })
  readonly noticedAt!: string;
}

@ObjectType('WebhooksStatus', { description: 'What becomes of all webhooks.' })
export class WebhooksStatusType {
  @Field(() => Int, { description: 'The number of webhooks that are sent events.' })
  readonly active!: number;

  @Field(() => Int, {
    description: 'The number of webhooks that are sent nothing until they are resumed.',
  })
  readonly disabled!: number;

  @Field(() => Int, {
    description: 'The number of deliveries that were given up; `redeliver` sends them again.',
  })
  readonly dead!: number;
}

@Shown('SERVICE')
@ObjectType('ServiceStatus', { description: 'The status of the service.' })
export class ServiceStatusType {
  @Field(() => PositionScalar, {
    nullable: true,
    description: 'The position of the last recorded event; null for an empty log.',
  })
  readonly position?: bigint | undefined;

  @Field(() => [ProjectionStatusType], { description: 'The read models.' })
  readonly projections!: readonly ProjectionStatusType[];

  @Field(() => Int, {
    description:
      'The number of events in streams of ours that no program of ours recorded; no read model counts them.',
  })
  readonly eventsSetAside!: number;

  @Field(() => ClockStepType, {
    nullable: true,
    description:
      'The last time, since its start, that the clock of the answering process was set by more than a minute; null if it never was.',
  })
  readonly clockStep?: ClockStepType | undefined;

  @Field(() => WebhooksStatusType, {
    nullable: true,
    description:
      'The webhooks; null for who does not see those of others, and while it cannot be told.',
  })
  readonly webhooks?: WebhooksStatusType | undefined;

  @Field(() => LedgerStatusType, { description: 'What is signed of the history.' })
  readonly ledger!: LedgerStatusType;
}
