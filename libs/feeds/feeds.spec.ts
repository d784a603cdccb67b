import fc from 'fast-check';
import type { RecordedEvent } from '#event-log';
import { Feeds, poll } from './index';
import type { FeedMessage, Place } from './index';
import { FollowedTestLog } from './testing/followed-log';
import { HandClock } from './testing/hand-clock';

const HEARTBEAT_MS = 15_000;

type Message = FeedMessage<number>;

let followed: FollowedTestLog;
let clock: HandClock;
let feeds: Feeds;
let ending: AbortController;

function given(capacity = 3): void {
  followed = new FollowedTestLog();
  clock = new HandClock();
  feeds = new Feeds(followed.log, { capacity, elapsed: clock.elapsed });
  ending = new AbortController();
}

async function end(): Promise<void> {
  ending.abort();
  await followed.dispose();
}

const numberOf = ({ data }: RecordedEvent): Promise<number> =>
  Promise.resolve((data as { n: number }).n);

function follow(
  after: Place | 'start' | 'end',
  select: (event: RecordedEvent) => Promise<number | undefined> = numberOf,
): AsyncGenerator<Message, void, undefined> {
  return feeds.follow({ after, select, heartbeatMs: HEARTBEAT_MS, signal: ending.signal });
}

async function next(feed: AsyncGenerator<Message, void, undefined>): Promise<Message> {
  const { value } = await feed.next();
  if (value === undefined) throw new Error('The feed has ended');
  return value;
}

async function take(feed: AsyncGenerator<Message, void, undefined>, count: number) {
  const taken: (number | string)[] = [];
  while (taken.length < count) {
    const message = await next(feed);
    taken.push(message.kind === 'event' ? message.item : message.kind);
  }
  return taken;
}

const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);

describe('a feed', () => {
  beforeEach(() => {
    given();
  });
  afterEach(end);

  it('tells the past, that it is through, and then what is recorded', async () => {
    await followed.append(2);
    const feed = follow('start');
    expect(await take(feed, 3)).toEqual([1, 2, 'caughtUp']);
    await followed.append(1);
    expect(await take(feed, 1)).toEqual([3]);
  });

  it('from now on tells nothing of what was recorded before', async () => {
    await followed.append(2);
    const feed = follow('end');
    const first = await next(feed);
    expect(first.kind).toBe('caughtUp');
    expect(first.place?.id).toMatch(/2$/);
    await followed.append(1);
    expect(await take(feed, 1)).toEqual([3]);
  });

  it('carries its place forward past what is not selected', async () => {
    const feed = follow('start', () => Promise.resolve(undefined));
    expect(await take(feed, 1)).toEqual(['caughtUp']);
    await followed.append(2);
    let beat = await beatOf(feed);
    while (!(beat.place?.id.endsWith('2') ?? false)) beat = await beatOf(feed);
    await followed.append(1);
    expect(await take(follow(beat.place ?? 'start'), 1)).toEqual([3]);
  });

  it('asks for nothing that does not concern it, and is carried past that, too', async () => {
    const asked: RecordedEvent[] = [];
    const feed = feeds.follow({
      after: 'start',
      concerns: ({ data }) => (data as { n: number }).n % 2 === 0,
      select: (event) => {
        asked.push(event);
        return numberOf(event);
      },
      heartbeatMs: HEARTBEAT_MS,
      signal: ending.signal,
    });
    await followed.append(3);
    expect(await take(feed, 2)).toEqual([2, 'caughtUp']);
    await followed.append(2);
    expect(await take(feed, 1)).toEqual([4]);
    let beat = await beatOf(feed);
    while (!(beat.place?.id.endsWith('5') ?? false)) beat = await beatOf(feed);
    expect(beat.place?.inStream).toBeDefined();
    expect(asked.map(({ data }) => (data as { n: number }).n)).toEqual([2, 4]);
  });

  async function beatOf(feed: AsyncGenerator<Message, void, undefined>): Promise<Message> {
    const beat = next(feed);
    clock.pass(HEARTBEAT_MS);
    expect((await beat).kind).toBe('heartbeat');
    return beat;
  }

  it('reads for whoever falls behind its buffer from the log again', async () => {
    const slow = follow('end');
    expect(await take(slow, 1)).toEqual(['caughtUp']);
    await followed.append(20);
    expect(await take(slow, 20)).toEqual(upTo(20));
    await followed.append(1);
    expect(await take(slow, 1)).toEqual([21]);
  });

  it('costs the log one subscription, however many follow', async () => {
    await followed.append(1);
    const all = Array.from({ length: 10 }, () => follow('start'));
    for (const feed of all) expect(await take(feed, 2)).toEqual([1, 'caughtUp']);
    await followed.append(1);
    for (const feed of all) expect(await take(feed, 1)).toEqual([2]);
    expect(followed.subscriptions).toBe(1);
  });

  it('ends with the signal, also while it waits', async () => {
    const feed = follow('end');
    await take(feed, 1);
    const last = feed.next();
    ending.abort();
    expect(await last).toEqual({ value: undefined, done: true });
  });

  it('ends with what the selection fails with', async () => {
    await followed.append(1);
    const feed = follow('start', () => Promise.reject(new Error('no right any more')));
    await expect(feed.next()).rejects.toThrow('no right any more');
  });
});

describe('a poll', () => {
  beforeEach(() => {
    given();
  });
  afterEach(end);

  const ask = (after: Place | 'start', limit: number, waitMs: number) =>
    poll(feeds, { after, limit, waitMs, select: numberOf, signal: ending.signal });

  it('answers with so many events at most, and goes on behind them', async () => {
    await followed.append(3);
    const first = await ask('start', 2, 0);
    expect(first.events.map(({ item }) => item)).toEqual([1, 2]);
    expect(first.caughtUp).toBe(false);
    const second = await ask(first.place ?? 'start', 2, 0);
    expect(second.events.map(({ item }) => item)).toEqual([3]);
    expect(second.caughtUp).toBe(true);
  });

  it('waits for the first event, and no longer than it was told', async () => {
    const waiting = ask('start', 2, 30_000);
    await followed.append(1);
    expect((await waiting).events.map(({ item }) => item)).toEqual([1]);
    const place = (await waiting).place ?? 'start';
    const inVain = ask(place, 2, 30_000);
    await new Promise(setImmediate);
    clock.pass(30_000);
    expect(await inVain).toMatchObject({ events: [], place });
  });
});

interface Step {
  readonly kind: 'append' | 'take' | 'cut';
  readonly consumer: number;
  readonly count: number;
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('append', 'take', 'cut'),
    consumer: fc.nat(2),
    count: fc.integer({ min: 1, max: 6 }),
  }),
  { maxLength: 30 },
);

/** One that follows, stops anywhere and goes on from what it last saw. */
class Consumer {
  readonly seen: number[] = [];
  private place: Place | 'start' = 'start';
  private feed = follow('start');

  async take(count: number, recorded: number): Promise<void> {
    for (let left = Math.min(count, recorded - this.seen.length); left > 0;) {
      const message = await next(this.feed);
      this.place = message.place ?? this.place;
      if (message.kind !== 'event') continue;
      this.seen.push(message.item);
      left -= 1;
    }
  }

  async cut(): Promise<void> {
    await this.feed.return();
    this.feed = follow(this.place);
  }
}

describe('however fast consumers are, and wherever they stop', () => {
  it('each sees every event once, in order', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 4 }), async (plan, capacity) => {
        given(capacity);
        const consumers = [new Consumer(), new Consumer(), new Consumer()];
        let recorded = 0;
        for (const { kind, consumer, count } of plan) {
          if (kind === 'append') {
            await followed.append(count);
            recorded += count;
          }
          if (kind === 'take') await consumers[consumer]?.take(count, recorded);
          if (kind === 'cut') await consumers[consumer]?.cut();
        }
        for (const consumer of consumers) {
          await consumer.take(recorded, recorded);
          expect(consumer.seen).toEqual(upTo(recorded));
        }
        await end();
      }),
      { numRuns: 30 },
    );
  });
});
