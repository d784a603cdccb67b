import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, PositionScalar } from '../../graphql/scalars';

@ObjectType('ReceiptEvent', { description: 'An event that a command recorded.' })
export class ReceiptEventType {
  @Field(() => ID, { description: 'Its id; `event` shows the whole of it.' })
  readonly id!: string;

  @Field({ description: 'What happened.' })
  readonly type!: string;

  @Field(() => Int, { description: 'Its place in the stream, from 0.' })
  readonly revision!: number;
}

@ObjectType('Receipt', {
  description:
    'What a command recorded; it is durable. The same for every repetition of the command.',
})
export class ReceiptType {
  @Field(() => ID, { description: 'The id of the command, in lower case.' })
  readonly commandId!: string;

  @Field(() => ID, { description: 'The stream that the events are in.' })
  readonly stream!: string;

  @Field(() => Int, { description: 'Of the last event, its place in the stream.' })
  readonly revision!: number;

  @Field(() => PositionScalar, {
    description: 'Of the last event. Give it as `atLeast` to a query to read what was recorded.',
  })
  readonly position!: string;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  readonly recordedAt!: string;

  @Field(() => [ReceiptEventType], { description: 'The events, in order.' })
  readonly events!: readonly ReceiptEventType[];

  @Field({ description: 'Whether it had been recorded before: the command is a repetition.' })
  readonly duplicate!: boolean;
}
