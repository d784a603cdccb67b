import { Inject, Injectable } from '@nestjs/common';
import { Feeds } from '#feeds';
import type { FeedMessage } from '#feeds';
import { FeedCursors, SeenEvents } from '../feeds';
import type { SeenEvent } from '../feeds';
import type { SubscriptionContext } from '../graphql/request-context';
import { FEED_HEARTBEAT_MS } from '../injection-tokens';
import { FeedCaughtUpType, FeedHeartbeatType } from './feed-message.types';
import type { Message } from './message';

interface Following extends Omit<Parameters<SeenEvents['selecting']>[0], 'viewer' | 'signal'> {
  readonly after: string | undefined;
  readonly isOfReadModels: boolean;
  /** The subscription's field. */
  readonly field: string;
  readonly eventOf: (cursor: string, entry: SeenEvent['entry']) => object;
}

/** The log as subscriptions tell it. */
@Injectable()
export class FollowedLog {
  constructor(
    private readonly feeds: Feeds,
    private readonly seen: SeenEvents,
    private readonly cursors: FeedCursors,
    @Inject(FEED_HEARTBEAT_MS) private readonly heartbeatMs: number,
  ) {}

  /** @throws ApiError `CURSOR_INVALID` */
  follow(following: Following, context: SubscriptionContext): AsyncIterable<Message> {
    const { after, field, eventOf, isOfReadModels, ...seeing } = following;
    const { viewer, signal } = context;
    const messages = this.feeds.follow({
      after: this.cursors.read(after, 'after'),
      ...this.seen.selecting({ ...seeing, viewer, signal }),
      heartbeatMs: this.heartbeatMs,
      signal,
    });
    const told = async (message: FeedMessage<SeenEvent>): Promise<Message> => {
      const cursor = this.cursors.write(message.place);
      if (message.kind === 'event') {
        const { entry, viewer: seeingIt } = message.item;
        const root = { [field]: eventOf(cursor, entry) };
        return { viewer: seeingIt, root, cursor, isOfReadModels };
      }
      const Place = message.kind === 'caughtUp' ? FeedCaughtUpType : FeedHeartbeatType;
      const root = { [field]: new Place(cursor) };
      return { viewer: await viewer(), root, cursor, isOfReadModels: false };
    };
    return mapped(messages, told);
  }
}

async function* mapped<T, U>(
  source: AsyncIterable<T>,
  map: (item: T) => Promise<U>,
): AsyncGenerator<U, void, undefined> {
  for await (const item of source) yield await map(item);
}
