import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../access';
import { scopeOf } from '#domain';
import type { RecordedType } from '#domain';
import { EventTypeEnum } from '../../graphql/event-types';
import { DateTimeScalar, PositionScalar } from '../../graphql/scalars';
import { connectionOf, LegalBasisType, ProjectedThrough } from '../shared';

@ObjectType('Actor', {
  description: 'Who acts: a pseudonymous id, a role, and the organisation it is held in.',
})
export class ActorType {
  @Field(() => ID, { description: 'The pseudonymous id of the person.' })
  readonly id!: string;

  @Field({ description: 'The role held.' })
  readonly role!: string;

  @Field(() => ID, { description: 'The organisation in which the role is held.' })
  readonly organisation!: string;
}

@ObjectType('Evidence', {
  description:
    'A file that supports a fact. The file is stored elsewhere and identified by its hash.',
})
class EvidenceType {
  @Field({ description: "The SHA-256 of the file's content, in hexadecimal." })
  readonly sha256!: string;

  @Field({ description: 'The kind of document.' })
  readonly kind!: string;

  @Field({ description: 'The name of the file.' })
  readonly name!: string;
}

@ObjectType('ImportSource', { description: 'The row of a file that an imported event came from.' })
class ImportSourceType {
  @Field(() => ID, { description: 'The id of the import.' })
  readonly importId!: string;

  @Field({ description: 'The name of the imported file.' })
  readonly file!: string;

  @Field(() => Int, { description: 'The number of the row in the file; the header is row 1.' })
  readonly row!: number;

  @Field({ description: 'The values that identify the row in its table.' })
  readonly key!: string;
}

@Shown<RecordedEventType>('HISTORY', ({ data }) => scopeOf(data))
@ObjectType('RecordedEvent', {
  description: 'An event as it was recorded.',
})
export class RecordedEventType {
  @Field(() => ID, { description: 'The id of the event, a UUID.' })
  readonly id!: string;

  @Field(() => ID, { description: 'The stream that holds the event.' })
  readonly stream!: string;

  @Field(() => Int, { description: 'The index of the event in its stream, from 0.' })
  readonly revision!: number;

  @Field(() => PositionScalar, { description: 'The position of the event in the whole log.' })
  readonly position!: string;

  @Field(() => EventTypeEnum, { description: 'The type of the event.' })
  readonly type!: RecordedType;

  @Field(() => Int, { description: 'The version of the schema of `data`.' })
  readonly schemaVersion!: number;

  @Field(() => DateTimeScalar, {
    description: 'The time at which the fact was true, as given by the actor.',
  })
  readonly effectiveAt!: string;

  @Field(() => DateTimeScalar, { description: 'The time of recording.' })
  readonly recordedAt!: string;

  @Field(() => Int, { description: 'Whole days between `effectiveAt` and `recordedAt`.' })
  readonly backdatedDays!: number;

  @Field(() => ActorType, { description: 'The actor who recorded the event.' })
  readonly actor!: ActorType;

  @Field(() => ActorType, {
    nullable: true,
    description:
      'The actor on whose behalf it was recorded; null when the actor acted for themselves.',
  })
  readonly onBehalfOf?: ActorType;

  @Field(() => String, {
    nullable: true,
    description: 'The reason that the actor gave; null when none was given.',
  })
  readonly reason?: string;

  @Field(() => [LegalBasisType], { description: 'The documents that the fact rests on.' })
  readonly legalBasis!: readonly LegalBasisType[];

  @Field(() => [EvidenceType], { description: 'The files that support the fact.' })
  readonly evidence!: readonly EvidenceType[];

  @Field(() => ID, {
    description: 'The id shared by all events of one undertaking, as of one import.',
  })
  readonly correlationId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the event that caused this one; null when a command by a person did.',
  })
  readonly causationId?: string;

  @Field(() => ID, { description: 'The id of the command that recorded it.' })
  readonly commandId!: string;

  @Field(() => [ID], {
    description:
      'The organisations that it concerns, with all their ancestors at the time of recording.',
  })
  readonly organisations!: readonly string[];

  @Field(() => [ID], { description: 'The members that it concerns.' })
  readonly members!: readonly string[];

  @Field(() => [ID], { description: 'The cases that it concerns.' })
  readonly cases!: readonly string[];

  @Field(() => ImportSourceType, {
    nullable: true,
    description: 'The imported row that it came from; null when it was not imported.',
  })
  readonly source?: ImportSourceType;

  /** For who sees no person, the resolver tells what feeds tell. */
  readonly data!: object;

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'A page of the history.' })
export class RecordedEventConnection extends connectionOf('RecordedEvent', RecordedEventType) {}
