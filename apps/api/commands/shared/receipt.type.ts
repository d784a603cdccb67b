import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../access';
import { DateTimeScalar, PositionScalar } from '../../graphql/scalars';

@ObjectType('ReceiptEvent', { description: 'An event that a command recorded.' })
export class ReceiptEventType {
  @Field(() => ID, { description: 'The id of the event; `event` returns the whole event.' })
  readonly id!: string;

  @Field({ description: 'The type of the event.' })
  readonly type!: string;

  @Field(() => Int, { description: 'The index of the event in its stream, from 0.' })
  readonly revision!: number;
}

@Shown('SERVICE')
@ObjectType('Receipt', {
  description: 'What a command recorded, durably. Repeating the command returns the same receipt.',
})
export class ReceiptType {
  @Field(() => ID, { description: 'The id of the command, in lower case.' })
  readonly commandId!: string;

  @Field(() => ID, { description: 'The stream that holds the events.' })
  readonly stream!: string;

  @Field(() => Int, { description: 'The index of the last event in its stream.' })
  readonly revision!: number;

  @Field(() => PositionScalar, {
    description:
      'The position of the last event. Pass it as `atLeast` to a query to read what was recorded.',
  })
  readonly position!: string;

  @Field(() => DateTimeScalar, { description: 'The time of recording.' })
  readonly recordedAt!: string;

  @Field(() => [ReceiptEventType], { description: 'The recorded events, in order.' })
  readonly events!: readonly ReceiptEventType[];

  @Field({ description: 'Whether the command had been recorded before and this is a repetition.' })
  readonly duplicate!: boolean;
}
