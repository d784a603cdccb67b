import type { EventStoreDouble } from '../../../../test/eventstore-double';
import { givenEvent, givenEvents } from '../../contract';
import type { EventLog, LogMessage } from '../../index';
import { eachOnDouble } from '../testing/each-on-double';
import { openWithShortRetries, until } from '../testing/short-retries';

const ids = (events: readonly { readonly id: string }[]) => events.map(({ id }) => id);

describe('following a store that misbehaves', () => {
  let double: EventStoreDouble;
  let log: EventLog;
  let stop: AbortController;

  eachOnDouble((on) => {
    ({ double, log } = on);
    stop = new AbortController();
  });

  afterEach(() => {
    stop.abort();
  });

  /** Collects until a marker says that everything up to `count` events was delivered. */
  async function followed(messages: AsyncIterator<LogMessage>, count: number): Promise<string[]> {
    const seen: string[] = [];
    for (;;) {
      const { done, value } = await messages.next();
      if (done === true) throw new Error('The subscription ended');
      if (value.kind === 'event') seen.push(value.event.id);
      if (value.kind === 'caughtUp' && seen.length >= count) return seen;
    }
  }

  const follow = () =>
    log.subscribe({ after: 'start', signal: stop.signal })[Symbol.asyncIterator]();

  /** Another process appends: nothing in this one tells the follower. */
  async function appendElsewhere(first: number, count: number): Promise<void> {
    const other = openWithShortRetries(double);
    for (const event of givenEvents(first, count)) {
      await other.append(`c-${event.id}`, 'no-stream', [event]);
    }
    await other.close();
  }

  it.each([
    ['is dropped as too slow (T11)', { kind: 'drop-subscriptions', how: 'too-slow' }],
    ['ends in order, unasked', { kind: 'drop-subscriptions', how: 'ok' }],
    ['loses its connection', { kind: 'reset-connections' }],
  ] as const)('goes on when its subscription %s', async (_what, order) => {
    const messages = follow();
    await appendElsewhere(1, 3);
    expect(await followed(messages, 3)).toEqual(ids(givenEvents(1, 3)));
    await until(async () => (await double.report()).openSubscriptions === 1);

    await double.tell(order);
    await appendElsewhere(4, 3);
    expect(await followed(messages, 3)).toEqual(ids(givenEvents(4, 3)));
    await until(async () => (await double.report()).subscriptions > 1);
  });

  it('goes on while its subscription lives and says nothing', async () => {
    await double.tell({ kind: 'mute-subscriptions' });
    const messages = follow();
    await followed(messages, 0);
    await appendElsewhere(1, 2);
    expect(await followed(messages, 2)).toEqual(ids(givenEvents(1, 2)));
  });

  it('waits for a store that is away, and goes on where it was', async () => {
    const messages = follow();
    await appendElsewhere(1, 2);
    await followed(messages, 2);
    await double.tell({ kind: 'go-away', how: 'refuse' });
    const next = followed(messages, 2);
    await expect(log.head()).rejects.toMatchObject({ kind: 'LogUnavailable' });
    await double.tell({ kind: 'come-back' });
    await appendElsewhere(3, 2);

    expect(await next).toEqual(ids(givenEvents(3, 2)));
  });

  it('begins behind the head also when the store is away at the beginning', async () => {
    await double.tell({ kind: 'go-away', how: 'refuse' });
    const messages = log.subscribe({ after: 'end', signal: stop.signal })[Symbol.asyncIterator]();
    const first = messages.next();
    await expect(log.head()).rejects.toMatchObject({ kind: 'LogUnavailable' });
    await double.tell({ kind: 'come-back' });

    expect(await first).toEqual({ done: false, value: { kind: 'caughtUp' } });
  });

  it('ends at once when it is aborted or closed while the store is away', async () => {
    const aborted = follow();
    await followed(aborted, 0);
    const closed = log
      .subscribe({ after: 'start', signal: new AbortController().signal })
      [Symbol.asyncIterator]();
    await followed(closed, 0);
    await double.tell({ kind: 'go-away', how: 'refuse' });
    try {
      const ends = [aborted.next(), closed.next()];
      stop.abort();
      expect(await ends[0]).toEqual({ done: true, value: undefined });
      await log.close();
      expect(await ends[1]).toEqual({ done: true, value: undefined });
    } finally {
      await double.tell({ kind: 'come-back' });
    }
  });

  it('needs one subscription for all who follow or append, and ends it when closed (T10)', async () => {
    const followers = Array.from({ length: 30 }, follow);
    await Promise.all(followers.map((messages) => followed(messages, 0)));
    await log.append('c-1', 'no-stream', [givenEvent(1)]);
    for (const messages of followers) {
      expect(await followed(messages, 1)).toEqual([givenEvent(1).id]);
    }
    expect((await double.report()).subscriptions).toBe(1);

    for (const messages of followers) await messages.return?.();
    await log.close();
    await until(async () => (await double.report()).openSubscriptions === 0);
  });
});
