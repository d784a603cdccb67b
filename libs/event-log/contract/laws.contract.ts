import fc from 'fast-check';
import type { AppendReceipt, EventLog, ExpectedRevision, NewEvent } from '../index';
import { collect, givenEvent, idsOf } from './given-events';
import type { MakeLog } from './log-under-test';
import { withLog } from './with-log';

const RUNS = 25;

interface Attempt {
  readonly stream: number;
  readonly count: number;
  /** Appends of one round are issued at the same time. */
  readonly endsRound: boolean;
  readonly stale: boolean;
  readonly repeated: boolean;
}

const attempts: fc.Arbitrary<Attempt[]> = fc.array(
  fc.record({
    stream: fc.nat(2),
    count: fc.integer({ min: 1, max: 4 }),
    endsRound: fc.boolean(),
    stale: fc.boolean(),
    repeated: fc.boolean(),
  }),
  { minLength: 1, maxLength: 30 },
);

const minusOne = (revision: number): ExpectedRevision =>
  revision === 0 ? 'no-stream' : revision - 1;

export function lawsContract(makeLog: MakeLog): void {
  describe('whatever several writers do at the same time', () => {
    it('the log holds what a plain list would: in order, nothing lost, nothing twice', async () => {
      await fc.assert(
        fc.asyncProperty(attempts, async (plan) => {
          await withLog(makeLog, async ({ log, reopen }) => {
            const model = await play(log, plan);
            await expectSame(log, model);
            await expectSame(await reopen(), model);
          })();
        }),
        { numRuns: RUNS },
      );
    });

    it('writers that retry until they get in all get in, each once', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat(2), { minLength: 1, maxLength: 12 }), async (streams) => {
          await withLog(makeLog, async ({ log }) => {
            await Promise.all(
              streams.map(async (stream, n) => retryUntilIn(log, `c-${stream}`, givenEvent(n + 1))),
            );

            const stored = await log.readAllSlice();
            expect(idsOf(stored).toSorted()).toEqual(
              idsOf(streams.map((_, n) => givenEvent(n + 1))).toSorted(),
            );
          })();
        }),
        { numRuns: RUNS },
      );
    });

    it('any JSON comes back equal', async () => {
      await withLog(makeLog, async ({ log }) => {
        let n = 0;
        await fc.assert(
          fc.asyncProperty(fc.json({ stringUnit: 'binary' }), async (json) => {
            const data: unknown = JSON.parse(json);
            n += 1;
            await log.append(`c-${n}`, 'no-stream', [givenEvent(n, data)]);
            const [stored] = await log.readStreamSlice(`c-${n}`, 0);
            expect(JSON.stringify(stored?.data)).toBe(JSON.stringify(data));
          }),
        );
      })();
    });
  });
}

/** Runs the plan on the log and on lists by stream; every append's fate must be the one that the lists say. */
async function play(
  log: EventLog,
  plan: readonly Attempt[],
): Promise<ReadonlyMap<string, string[]>> {
  const model = new Map<string, string[]>();
  let round: Promise<unknown>[] = [];
  let next = 1;
  for (const attempt of plan) {
    const stream = `c-${attempt.stream}`;
    const ids = model.get(stream) ?? [];
    const events: NewEvent[] = Array.from({ length: attempt.count }, () => givenEvent(next++));
    const expected = minusOne(ids.length);
    if (attempt.stale && ids.length > 0) {
      const refused = log.append(stream, minusOne(ids.length - 1), events);
      round.push(expectRefused(refused, ids.length - 1));
    } else {
      const first = log.append(stream, expected, events);
      round.push(expectLetIn(first, ids.length));
      model.set(stream, [...ids, ...idsOf(events)]);
      if (attempt.repeated) {
        round.push(expectSameReceipt(first, log.append(stream, expected, events)));
      }
    }
    if (attempt.endsRound) {
      await Promise.all(round);
      round = [];
    }
  }
  await Promise.all(round);
  return model;
}

async function expectRefused(append: Promise<AppendReceipt>, actual: number): Promise<void> {
  await expect(append).rejects.toMatchObject({ kind: 'WrongExpectedRevision', actual });
}

async function expectLetIn(append: Promise<AppendReceipt>, firstRevision: number): Promise<void> {
  await expect(append).resolves.toMatchObject({ firstRevision, duplicate: false });
}

async function expectSameReceipt(
  first: Promise<AppendReceipt>,
  again: Promise<AppendReceipt>,
): Promise<void> {
  expect(await again).toEqual({ ...(await first), duplicate: true });
}

async function expectSame(log: EventLog, model: ReadonlyMap<string, string[]>): Promise<void> {
  const all = await collect(log.readAll());
  const backwards = await collect(log.readAll({ direction: 'backwards' }));
  expect(backwards).toEqual(all.toReversed());
  const positions = all.map((event) => event.position);
  expect(
    positions.every(
      (position, index) => index === 0 || position > (positions[index - 1] ?? position),
    ),
  ).toBe(true);
  expect(await log.head()).toBe(positions.at(-1));

  const byStream = Map.groupBy(all, (event) => event.stream);
  expect(new Map(Array.from(byStream, ([stream, events]) => [stream, idsOf(events)]))).toEqual(
    model,
  );
  for (const [stream, events] of byStream) {
    expect(events.map((event) => event.revision)).toEqual(events.map((_, index) => index));
    expect(await log.readStreamSlice(stream, 0)).toEqual(events);
  }
}

async function retryUntilIn(log: EventLog, stream: string, event: NewEvent): Promise<void> {
  for (;;) {
    const stored = await log.readStreamSlice(stream, 0);
    try {
      await log.append(stream, minusOne(stored.length), [event]);
      return;
    } catch (error) {
      expect(error).toMatchObject({ kind: 'WrongExpectedRevision' });
    }
  }
}
