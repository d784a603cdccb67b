import fc from 'fast-check';
import { runs } from '#vocabulary/testing';
import { recognisedCell, YEAR } from '../testing/recognised-cell';
import { OperationFailed, Subscriber } from '../testing/subscriber';
import { RECOGNITION_EVENTS } from '../testing/subscriptions';
import { startTestApi } from '../testing/test-api';
import type { TestApi } from '../testing/test-api';

/** What happens next: something is recorded, a consumer takes so many messages and is cut off, or the service restarts. */
interface Step {
  readonly kind: 'record' | 'take' | 'restart';
  readonly count: number;
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('record', 'record', 'take', 'take', 'take', 'restart'),
    count: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 4, maxLength: 14 },
);

let api: TestApi;
let rewards = 0;

async function reward(): Promise<string> {
  rewards += 1;
  const granted = { reward: `Giấy khen ${rewards}`, grantedBy: 'district' };
  const at = { effectiveAt: '2025-01-15T08:00:00+07:00' };
  const { events } = await api.record('grantReward', { ...YEAR, ...granted, ...at });
  return events[0]?.id ?? '';
}

/** One that keeps its cursor with what it has seen, and is killed with the connection anywhere. */
class Consumer {
  readonly seen: string[] = [];
  private begun = Promise.withResolvers<void>();

  /** Resolves when it follows. */
  get follows(): Promise<void> {
    return this.begun.promise;
  }

  constructor(public cursor: string) {}

  /** Sees so many messages, and loses its connection before it may see the next. */
  async take(count: number): Promise<void> {
    const subscriber = new Subscriber(api.url);
    const feed = subscriber.subscribe(RECOGNITION_EVENTS, { after: this.cursor });
    for (let left = count; left > 0; left -= 1) {
      const message = await feed.next();
      if (this.see(message) === 'FeedCaughtUp') break;
    }
    await subscriber.close();
  }

  /** Sees what comes, until the service ends it, with what it says then. */
  async follow(): Promise<OperationFailed> {
    this.begun = Promise.withResolvers();
    const subscriber = new Subscriber(api.url);
    const feed = subscriber.subscribe(RECOGNITION_EVENTS, { after: this.cursor });
    try {
      for (;;) {
        this.see(await feed.next());
        this.begun.resolve();
      }
    } catch (error) {
      if (!(error instanceof OperationFailed)) throw error;
      return error;
    } finally {
      await subscriber.close();
    }
  }

  private see(message: Readonly<Record<string, unknown>> = {}): unknown {
    const { cursor, event } = message;
    this.cursor = cursor as string;
    if (event !== undefined) this.seen.push((event as { readonly id: string }).id);
    return message.__typename;
  }
}

describe('a consumer that is killed and resumed anywhere', () => {
  beforeAll(async () => {
    api = await startTestApi();
    await recognisedCell(api);
  });
  afterAll(() => api.stop());

  async function restart(): Promise<void> {
    const { dataDir } = api;
    await api.close();
    api = await startTestApi({ dataDir });
  }

  const end = async (): Promise<string> => {
    const subscriber = new Subscriber(api.url);
    const [message] = await subscriber.subscribe(RECOGNITION_EVENTS).take(1);
    await subscriber.close();
    return message?.cursor as string;
  };

  it('sees every recognition event once, in the order of recording', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (plan) => {
        const start = await end();
        const [cut, following] = [new Consumer(start), new Consumer(start)];
        const recorded: string[] = [];
        let followed = following.follow();
        const restartMeanwhile = async () => {
          await following.follows;
          await restart();
          const { extensions } = await followed;
          expect(extensions).toEqual({ code: 'FEED_ENDED', resumeAfter: following.cursor });
        };
        for (const { kind, count } of plan) {
          if (kind === 'take') {
            // Something is recorded meanwhile: the seam between past and live is anywhere.
            const [event] = await Promise.all([reward(), cut.take(count)]);
            recorded.push(event);
          } else if (kind === 'record') {
            for (let left = count; left > 0; left -= 1) recorded.push(await reward());
          } else {
            await restartMeanwhile();
            followed = following.follow();
          }
        }
        await cut.take(Infinity);
        await restartMeanwhile();
        const last = new Consumer(start);
        await last.take(Infinity);
        expect(last.seen).toEqual(recorded);
        expect(cut.seen).toEqual(recorded);
        await following.take(Infinity);
        expect(following.seen).toEqual(recorded);
      }),
      { numRuns: runs(5) },
    );
  });
});
