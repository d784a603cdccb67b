import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { RecordedType } from '#domain';
import { EventTypeEnum } from '../../graphql/event-types';
import { DateTimeScalar, JsonScalar, PositionScalar } from '../../graphql/scalars';
import { connectionOf, LegalBasisType, ProjectedThrough } from '../shared';

@ObjectType('Actor', {
  description: 'Who acts: by a pseudonymous id, in a role, for an organisation.',
})
class ActorType {
  @Field(() => ID, { description: 'The pseudonymous id.' })
  readonly id!: string;

  @Field({ description: 'The role held.' })
  readonly role!: string;

  @Field(() => ID, { description: 'The organisation it is held in.' })
  readonly organisation!: string;
}

@ObjectType('Evidence', {
  description: 'A file that supports a fact: kept elsewhere, named here by its content.',
})
class EvidenceType {
  @Field({ description: 'The SHA-256 of its content, in hexadecimal.' })
  readonly sha256!: string;

  @Field({ description: 'What kind of document it is.' })
  readonly kind!: string;

  @Field({ description: 'The name of the file.' })
  readonly name!: string;
}

@ObjectType('ImportSource', { description: 'The row of a file that an imported event came from.' })
class ImportSourceType {
  @Field(() => ID, { description: 'The import.' })
  readonly importId!: string;

  @Field({ description: 'The file.' })
  readonly file!: string;

  @Field(() => Int, { description: 'The row.' })
  readonly row!: number;

  @Field({ description: 'What identifies the row.' })
  readonly key!: string;
}

@ObjectType('RecordedEvent', {
  description: 'Something that happened, exactly as it was recorded.',
})
export class RecordedEventType {
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Field(() => ID, { description: 'The stream it is in.' })
  readonly stream!: string;

  @Field(() => Int, { description: 'Its place in the stream, from 0.' })
  readonly revision!: number;

  @Field(() => PositionScalar, { description: 'Its place among everything recorded.' })
  readonly position!: string;

  @Field(() => EventTypeEnum, { description: 'What happened.' })
  readonly type!: RecordedType;

  @Field(() => Int, { description: 'The version of the form of its data.' })
  readonly schemaVersion!: number;

  @Field(() => DateTimeScalar, {
    description: 'When it was true, as the one who recorded it says.',
  })
  readonly effectiveAt!: string;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  readonly recordedAt!: string;

  @Field(() => Int, { description: 'Whole days from when it was true to when it was recorded.' })
  readonly backdatedDays!: number;

  @Field(() => ActorType, { description: 'Who recorded it.' })
  readonly actor!: ActorType;

  @Field(() => ActorType, { nullable: true, description: 'On whose behalf.' })
  readonly onBehalfOf?: ActorType;

  @Field(() => String, { nullable: true, description: 'Why.' })
  readonly reason?: string;

  @Field(() => [LegalBasisType], { description: 'The documents it rests on.' })
  readonly legalBasis!: readonly LegalBasisType[];

  @Field(() => [EvidenceType], { description: 'The files that support it.' })
  readonly evidence!: readonly EvidenceType[];

  @Field(() => ID, { description: 'What it belongs together with.' })
  readonly correlationId!: string;

  @Field(() => ID, { nullable: true, description: 'The event that brought it about.' })
  readonly causationId?: string;

  @Field(() => ID, { description: 'The command that recorded it.' })
  readonly commandId!: string;

  @Field(() => [ID], {
    description: 'The organisations it concerns, with all above them as things stood then.',
  })
  readonly organisations!: readonly string[];

  @Field(() => [ID], { description: 'The members it concerns.' })
  readonly members!: readonly string[];

  @Field(() => [ID], { description: 'The cases it concerns.' })
  readonly cases!: readonly string[];

  @Field(() => ImportSourceType, { nullable: true, description: 'Where it was imported from.' })
  readonly source?: ImportSourceType;

  @Field(() => JsonScalar, { description: 'What happened, exactly as stored.' })
  readonly data!: object;

  @ProjectedThrough()
  readonly projectedThrough!: string;
}

@ObjectType({ description: 'The history, a page of it.' })
export class RecordedEventConnection extends connectionOf('RecordedEvent', RecordedEventType) {}
