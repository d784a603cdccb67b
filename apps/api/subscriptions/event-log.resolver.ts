import {
  Args,
  ArgsType,
  Context,
  Field,
  Parent,
  ResolveField,
  Resolver,
  Subscription,
} from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { Shows } from '../access';
import type { SubscriptionContext } from '../graphql/request-context';
import { HistoryFilterInput } from '../queries/history/history-filter.input';
import { RecordedEventType } from '../queries/history/recorded-event.types';
import { AfterArgs } from './after.args';
import { EventFeedEventType, EventFeedMessage } from './feed-message.types';
import { FollowedLog } from './followed-log';
import type { Message } from './message';

@ArgsType()
class EventLogArgs extends AfterArgs {
  @Field(() => HistoryFilterInput, {
    nullable: true,
    description: 'The events to select; all of the scope when omitted.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => HistoryFilterInput)
  readonly filter?: HistoryFilterInput;
}

@Resolver(() => EventFeedEventType)
export class EventLogResolver {
  constructor(private readonly log: FollowedLog) {}

  @Shows('HISTORY')
  @Subscription(() => EventFeedMessage, {
    description:
      'The recorded events that match the filter, each once and in recording order, as `history` shows them: those after the cursor, then that the past is through, then what is recorded. Errors carry `resumeAfter`.',
  })
  eventLog(
    @Args() { after, filter = {} }: EventLogArgs,
    @Context() context: SubscriptionContext,
  ): AsyncIterable<Message> {
    return this.log.follow(
      {
        field: 'eventLog',
        after,
        filter,
        isOfReadModels: false,
        eventOf: (cursor, entry) => new EventFeedEventType(cursor, entry),
      },
      context,
    );
  }

  @ResolveField(() => RecordedEventType, { description: 'The event.' })
  event(@Parent() event: EventFeedEventType): RecordedEventType {
    return event.asRecorded();
  }
}
