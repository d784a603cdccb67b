import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { Shown } from '../access';
import type { SeenEvent } from '../feeds';
import { CursorScalar } from '../graphql/scalars';
import type { RecordedEventType } from '../queries/history/recorded-event.types';

@ObjectType({ isAbstract: true })
abstract class FeedPlace {
  @Field(() => CursorScalar, {
    description:
      'The place in the log behind this message: `after` it, the subscription goes on with the next.',
  })
  readonly cursor: string;

  constructor(cursor: string) {
    this.cursor = cursor;
  }
}

@Shown('HISTORY')
@ObjectType('FeedCaughtUp', {
  description:
    'Comes once: everything that was acknowledged before the subscription has been told; what follows is new.',
})
export class FeedCaughtUpType extends FeedPlace {}

@Shown('HISTORY')
@ObjectType('FeedHeartbeat', {
  description:
    'Comes from time to time: how far the log was looked through, what did not match included.',
})
export class FeedHeartbeatType extends FeedPlace {}

/** Resolvers make the event of it, so that it is guarded as everywhere. */
@ObjectType({ isAbstract: true })
abstract class FeedEvent extends FeedPlace {
  constructor(
    cursor: string,
    readonly seen: SeenEvent['entry'],
  ) {
    super(cursor);
  }

  asRecorded(): RecordedEventType {
    return { ...this.seen, projectedThrough: this.seen.position };
  }
}

@Shown('HISTORY')
@ObjectType('RecognitionFeedEvent', { description: 'A recognition event.' })
export class RecognitionFeedEventType extends FeedEvent {}

@Shown('HISTORY')
@ObjectType('EventFeedEvent', { description: 'A recorded event.' })
export class EventFeedEventType extends FeedEvent {}

export const RecognitionFeedMessage = createUnionType({
  name: 'RecognitionFeedMessage',
  description: 'A message of `recognitionEvents`.',
  types: () => [RecognitionFeedEventType, FeedCaughtUpType, FeedHeartbeatType] as const,
});

export const EventFeedMessage = createUnionType({
  name: 'EventFeedMessage',
  description: 'A message of `eventLog`.',
  types: () => [EventFeedEventType, FeedCaughtUpType, FeedHeartbeatType] as const,
});
