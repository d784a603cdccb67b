import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../access';
import { DateTimeScalar, PositionScalar } from '../../graphql/scalars';
import { EventTypeEnum } from '../../graphql/event-types';

@Shown('REGISTER')
@ObjectType('EventRef', {
  description: 'A reference to a recorded event; `event` returns the whole event.',
})
export class EventRefType {
  @Field(() => ID, { description: 'The id of the event.' })
  readonly event!: string;

  @Field(() => PositionScalar, { description: 'The position of the event in the whole log.' })
  readonly position!: string;

  @Field(() => EventTypeEnum, { description: 'The type of the event.' })
  readonly type!: string;

  @Field(() => DateTimeScalar, { description: 'The time at which the fact was true.' })
  readonly effectiveAt!: string;

  @Field(() => DateTimeScalar, { description: 'The time of recording.' })
  readonly recordedAt!: string;
}
