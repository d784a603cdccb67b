import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { AccessKind } from '#access-records';
import { Shown } from '../access';
import { enumOf } from '../graphql/enum-of';
import { DateTimeScalar, PositionScalar } from '../graphql/scalars';
import { ActorType } from '../queries/history/recorded-event.types';
import { connectionOf } from '../queries/shared';

export const AccessKindEnum = enumOf<AccessKind>('AccessKind', 'What somebody looked at.', {
  IDENTITY: 'What members are called.',
  SEARCH: 'Members, by words of a name; the words are not recorded.',
  CASE: 'Case files.',
  CASE_TEXT: 'Texts in case files.',
  EXPORT: 'Events as an export has them.',
});

@Shown<AccessRecordType>('ACCESS_RECORDS', ({ organisations }) => organisations)
@ObjectType('AccessRecord', {
  description: 'That somebody looked at persons, cases or an export: who, at what, when and why.',
})
export class AccessRecordType {
  @Field(() => ID, { description: 'The id of the record.' })
  readonly id!: string;

  @Field(() => PositionScalar, {
    description: 'The number of its leaf in the tree of these records, from 0.',
  })
  readonly index!: string;

  @Field(() => DateTimeScalar, {
    description: 'When it was recorded, before the answer was given.',
  })
  readonly recordedAt!: string;

  @Field(() => ActorType, { description: 'Who looked, and in which role.' })
  readonly actor!: ActorType;

  @Field(() => AccessKindEnum, { description: 'What was looked at.' })
  readonly kind!: AccessKind;

  @Field(() => [ID], { description: 'The members read, at most 200; `count` counts all.' })
  readonly members!: readonly string[];

  @Field(() => [ID], { description: 'The cases read, at most 200; `count` counts all.' })
  readonly cases!: readonly string[];

  @Field(() => Int, {
    description: 'How many members, cases or, of an export, events were read.',
  })
  readonly count!: number;

  @Field(() => [ID], {
    description:
      'The organisations that they belonged to, at most 200; of an export, that of which it is; none for the whole.',
  })
  readonly organisations!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: 'Why, as the reader said in `X-Access-Reason`; null where nothing was said.',
  })
  readonly reason?: string;

  @Field(() => PositionScalar, {
    nullable: true,
    description: 'Of an export: the number of the first leaf; null for anything else.',
  })
  readonly eventsFrom?: string;

  @Field(() => PositionScalar, {
    nullable: true,
    description: 'Of an export: behind the last leaf; null for anything else.',
  })
  readonly eventsTo?: string;
}

@ObjectType({ description: 'A page of records of who looked.' })
export class AccessRecordConnection extends connectionOf('AccessRecord', AccessRecordType) {}
