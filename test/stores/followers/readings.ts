import { FeedClient } from '../../../apps/api/testing/feed-client';
import { Subscriber } from '../../../apps/api/testing/subscriber';
import { RECOGNITION_EVENTS } from '../../../apps/api/testing/subscriptions';

/** A message of a feed: how far it carries the reader, and the event it tells, unless it tells of none. */
export interface Message {
  readonly cursor: string;
  readonly event?: string;
  readonly caughtUp?: boolean;
}

/** Where to read, and from where on. */
export interface Place {
  /** Of the service, without a path. */
  readonly origin: string;
  readonly token: string;
  readonly after: string;
}

/** What a program reads of a feed of recognitions; ended by whoever takes no more of it. */
export type Reading = (place: Place) => AsyncGenerator<Message, void>;

async function* bySubscription({ origin, token, after }: Place): AsyncGenerator<Message, void> {
  const subscriber = new Subscriber(origin, { authorization: `Bearer ${token}` });
  try {
    const feed = subscriber.subscribe(RECOGNITION_EVENTS, { after });
    for (let told = await feed.next(); told !== undefined; told = await feed.next()) {
      const event = told.event as { readonly id: string } | undefined;
      yield {
        cursor: told.cursor as string,
        ...(event && { event: event.id }),
        caughtUp: told.__typename === 'FeedCaughtUp',
      };
    }
  } finally {
    await subscriber.close();
  }
}

async function* byStream({ origin, token, after }: Place): AsyncGenerator<Message, void> {
  const authorization = `Bearer ${token}`;
  const client = await FeedClient.open(`${origin}/feeds/recognitions`, {
    authorization,
    'last-event-id': after,
  });
  try {
    for (let sent = await client.next(); sent !== undefined; sent = await client.next()) {
      const { id: cursor = after, event, data } = sent;
      const isMarker = event === 'caughtUp' || event === 'heartbeat';
      yield {
        cursor,
        ...(!isMarker && { event: data.id as string }),
        caughtUp: event === 'caughtUp',
      };
    }
  } finally {
    client.close();
  }
}

interface PolledPage {
  readonly events: readonly { readonly id: string; readonly cursor: string }[];
  readonly cursor: string;
  readonly caughtUp: boolean;
}

async function* byPolling({ origin, token, after }: Place): AsyncGenerator<Message, void> {
  let from = after;
  for (;;) {
    const url = `${origin}/feeds/recognitions?limit=3&wait=1&after=${encodeURIComponent(from)}`;
    const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    if (!answer.ok) throw new Error(`The feed answers ${answer.status}`);
    const { events, cursor, caughtUp } = (await answer.json()) as PolledPage;
    for (const event of events) yield { cursor: event.cursor, event: event.id };
    yield { cursor, caughtUp };
    from = cursor;
  }
}

export const READINGS: Readonly<Record<string, Reading>> = {
  'a subscription': bySubscription,
  'an event stream': byStream,
  polling: byPolling,
};
