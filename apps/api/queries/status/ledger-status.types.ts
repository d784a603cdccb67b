import { Field, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../graphql/enum-of';
import { PositionScalar } from '../../graphql/scalars';

const LedgerStateEnum = enumOf('LedgerState', 'Whether the history is signed as it grows.', {
  CHECKING: 'The log is compared with what was signed before.',
  SIGNING: 'The log gives what was signed, and is signed as it grows.',
  BROKEN: 'The log does not give what was signed: nothing is signed until that is accepted.',
});

const WitnessStateEnum = enumOf('WitnessState', 'What a witness said when it was asked last.', {
  NOT_ASKED: 'It was not asked yet.',
  COSIGNED: 'It cosigned.',
  REFUSED: 'It refused: it knows another history.',
  AWAY: 'It did not answer, or not as a witness does.',
});

@ObjectType('WitnessStatus', { description: 'A witness that the answering process asks.' })
export class WitnessStatusType {
  @Field({ description: 'The name of its key.' })
  readonly name!: string;

  @Field(() => WitnessStateEnum, { description: 'What it said when it was asked last.' })
  readonly state!: keyof typeof WitnessStateEnum;

  @Field(() => PositionScalar, {
    description: 'The number of events in the last tree that it cosigned.',
  })
  readonly size!: bigint;
}

@ObjectType('LedgerStatus', { description: 'What is signed of the history.' })
export class LedgerStatusType {
  @Field(() => LedgerStateEnum, { description: 'Whether it is signed as it grows.' })
  readonly state!: keyof typeof LedgerStateEnum;

  @Field(() => PositionScalar, { description: 'The number of events that were signed last.' })
  readonly signedSize!: bigint;

  @Field(() => Int, {
    nullable: true,
    description:
      'The number, from 0, of the first event that is not the one that was signed; null unless one is known.',
  })
  readonly firstBadEvent?: number | undefined;

  @Field(() => [WitnessStatusType], { description: 'The witnesses that are asked.' })
  readonly witnesses!: readonly WitnessStatusType[];
}
