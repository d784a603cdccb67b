import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, PositionScalar } from '../../graphql/scalars';
import { EventTypeEnum } from '../../graphql/event-types';

@ObjectType('EventRef', {
  description: 'The event that something rests on; `event` shows the whole of it.',
})
export class EventRefType {
  @Field(() => ID, { description: 'The id of the event.' })
  readonly event!: string;

  @Field(() => PositionScalar, { description: 'Its place among everything recorded.' })
  readonly position!: string;

  @Field(() => EventTypeEnum, { description: 'What happened.' })
  readonly type!: string;

  @Field(() => DateTimeScalar, { description: 'When it was true.' })
  readonly effectiveAt!: string;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  readonly recordedAt!: string;
}
