import fc from 'fast-check';
import { EventStoreDouble } from '../../../../test/eventstore-double';
import type { Order } from '../../../../test/eventstore-double';
import { givenEvents } from '../../contract';
import { LogUnavailable } from '../../index';
import type { AppendReceipt, EventLog, NewEvent } from '../../index';
import { APPEND_FAULTS } from '../testing/append-faults';
import { openImpatiently, until } from '../testing/short-retries';

const RUNS = 25;

const orders = fc.oneof(
  fc.constantFrom(...APPEND_FAULTS).map((fault) => ({ kind: 'append-fault', fault }) as const),
  fc
    .constantFrom('unavailable' as const, 'not-leader' as const, 'doubled' as const)
    .map((fault) => ({ kind: 'read-fault', fault }) as const),
  fc.constant({ kind: 'read-fault', fault: 'reset-half-way' } as const),
  fc
    .constantFrom('too-slow' as const, 'ok' as const)
    .map((how) => ({ kind: 'drop-subscriptions', how }) as const),
  fc.constant({ kind: 'reset-connections' } as const),
  fc.constant({ kind: 'foreign-events', stream: '$stats', count: 3 } as const),
  fc.constant({ kind: 'mute-subscriptions' } as const),
  fc.constant({ kind: 'features-fault', status: 13 } as const),
);

/** A store that is away, and comes back with what it had, while the appends of the step are under way. */
const absences = fc.constantFrom('refuse' as const, 'say-nothing' as const, 'hang' as const);

interface Step {
  readonly orders: readonly Order[];
  readonly absence: 'refuse' | 'say-nothing' | 'hang' | undefined;
  /** Appends of so many events, at the same time; their places say to which stream. */
  readonly appends: readonly number[];
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    orders: fc.array(orders, { maxLength: 3 }),
    absence: fc.option(absences, { nil: undefined, freq: 6 }),
    appends: fc.array(fc.nat(3), { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 6 },
);

interface Acknowledged {
  readonly events: readonly NewEvent[];
  readonly receipt: AppendReceipt;
}

describe('whatever happens to the store, in any order', () => {
  let double: EventStoreDouble;

  beforeAll(async () => {
    double = await EventStoreDouble.start();
  });

  afterAll(() => double.stop());

  it('no acknowledged event is lost, none is doubled, order is kept, and who follows sees all of it', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (plan) => {
        await double.tell({ kind: 'clear' });
        const log = openImpatiently(double);
        const stop = new AbortController();
        const seen: string[] = [];
        const following = follow(log, stop.signal, seen);
        try {
          const acknowledged = await play(log, double, plan);
          await expectKept(double, acknowledged);
          const { events } = await double.report();
          const ours = events.filter(({ stream }) => !stream.startsWith('$')).map(({ id }) => id);
          // It ends only if it fails, and then too early.
          const caughtUp = until(async () => {
            // Each look asks another process; one that finds it too slow is as good.
            await log.head().catch(() => undefined);
            return seen.length >= ours.length;
          });
          await Promise.race([caughtUp, following]);
          expect(seen).toEqual(ours);
        } finally {
          stop.abort();
          await log.close();
        }
        await following;
      }),
      { numRuns: RUNS },
    );
  });

  async function follow(log: EventLog, signal: AbortSignal, seen: string[]): Promise<void> {
    for await (const message of log.subscribe({ after: 'start', signal })) {
      if (message.kind === 'event') seen.push(message.event.id);
    }
    expect(signal.aborted).toBe(true);
  }
});

/** Each stream has a writer who repeats an append until it is acknowledged, as the command handlers do. */
async function play(
  log: EventLog,
  double: EventStoreDouble,
  plan: readonly Step[],
): Promise<readonly Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  const heads = new Map<string, number>();
  let next = 1;
  for (const { orders: ordered, absence, appends } of plan) {
    await double.tell(...ordered);
    if (absence === 'hang') await double.suspend();
    else if (absence !== undefined) await double.tell({ kind: 'go-away', how: absence });
    const writing = appends.map(async (count, index) => {
      const stream = `c-${index}`;
      const events = givenEvents(next, count + 1);
      next += count + 1;
      const head = heads.get(stream);
      heads.set(stream, (head ?? -1) + events.length);
      const receipt = await appendUntilIn(log, stream, head ?? 'no-stream', events);
      acknowledged.push({ events, receipt });
    });
    if (absence !== undefined) {
      // Long enough for each append to find the store away.
      await log.head().catch(() => {});
      if (absence === 'hang') double.resume();
      await double.tell({ kind: 'come-back' });
    }
    await Promise.all(writing);
  }
  return acknowledged;
}

async function appendUntilIn(
  log: EventLog,
  stream: string,
  expected: number | 'no-stream',
  events: readonly NewEvent[],
): Promise<AppendReceipt> {
  for (;;) {
    try {
      return await log.append(stream, expected, events);
    } catch (error) {
      if (!(error instanceof LogUnavailable)) throw error;
    }
  }
}

async function expectKept(
  double: EventStoreDouble,
  acknowledged: readonly Acknowledged[],
): Promise<void> {
  const { events: stored } = await double.report();
  const ours = stored.filter(({ stream }) => !stream.startsWith('$'));
  const expected = acknowledged.flatMap(({ events, receipt }) =>
    events.map(({ id }, index) => ({
      stream: receipt.stream,
      revision: receipt.firstRevision + index,
      id,
    })),
  );
  expect(byStream(ours)).toEqual(byStream(expected));
}

function byStream<E extends { readonly stream: string; readonly revision: number }>(
  events: readonly E[],
): ReadonlyMap<string, readonly E[]> {
  return Map.groupBy(
    events.toSorted((a, b) => a.revision - b.revision),
    ({ stream }) => stream,
  );
}
