import {
  Args,
  ArgsType,
  Context,
  Field,
  ID,
  Parent,
  ResolveField,
  Resolver,
  Subscription,
} from '@nestjs/graphql';
import { ArrayMaxSize, ArrayNotEmpty, IsOptional } from 'class-validator';
import { RECOGNITION_EVENTS } from '#domain';
import type { RecordedType } from '#domain';
import { Shows } from '../access';
import { readModelBehind } from '../errors';
import type { RequestContext, SubscriptionContext } from '../graphql/request-context';
import { RecognitionEventTypeEnum } from '../graphql/event-types';
import { RecordedEventType } from '../queries/history/recorded-event.types';
import { RecognitionType } from '../queries/recognitions/recognition.types';
import { toRecognition } from '../queries/recognitions/to-recognition';
import { AfterArgs } from './after.args';
import { RecognitionFeedEventType, RecognitionFeedMessage } from './feed-message.types';
import { FollowedLog } from './followed-log';
import type { Message } from './message';

@ArgsType()
class RecognitionEventsArgs extends AfterArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Only events of this organisation and of those now below it.',
  })
  readonly under?: string;

  @Field(() => [RecognitionEventTypeEnum], {
    nullable: true,
    description: 'Only events of these types; all recognition events when omitted.',
  })
  @IsOptional()
  @ArrayNotEmpty()
  @ArrayMaxSize(RECOGNITION_EVENTS.length)
  readonly types?: RecordedType[];
}

@Resolver(() => RecognitionFeedEventType)
export class RecognitionEventsResolver {
  constructor(private readonly log: FollowedLog) {}

  @Shows('HISTORY')
  @Subscription(() => RecognitionFeedMessage, {
    description:
      'Recognition events, each once and in recording order: those after the cursor, then that the past is through, then what is recorded. Errors carry `resumeAfter`.',
  })
  recognitionEvents(
    @Args() { after, under, types }: RecognitionEventsArgs,
    @Context() context: SubscriptionContext,
  ): AsyncIterable<Message> {
    return this.log.follow(
      {
        field: 'recognitionEvents',
        after,
        filter: { types: types ?? RECOGNITION_EVENTS },
        alsoNeeded: ['recognitions'],
        isOfReadModels: true,
        eventOf: (cursor, entry) => new RecognitionFeedEventType(cursor, entry),
        ...(under !== undefined && {
          matchesNow: ({ data }, { sight }) => {
            const { organisation } = data as { readonly organisation: string };
            return sight.isAtOrBelow(organisation, under);
          },
        }),
      },
      context,
    );
  }

  @ResolveField(() => RecordedEventType, { description: 'The event.' })
  event(@Parent() event: RecognitionFeedEventType): RecordedEventType {
    return event.asRecorded();
  }

  @ResolveField(() => RecognitionType, {
    description: 'The recognition as it is now, this event and perhaps later ones counted.',
  })
  async recognition(
    @Parent() { seen }: RecognitionFeedEventType,
    @Context() { loaders }: RequestContext,
  ): Promise<RecognitionType> {
    const found = await loaders.recognitions.load(
      seen.data as { readonly organisation: string; readonly year: number },
    );
    // It was counted before it was told, so there is one; unless the read model has just been taken away.
    if (found === undefined) throw readModelBehind('recognitions', seen.position);
    return toRecognition(found.body, found.projectedThrough);
  }
}
