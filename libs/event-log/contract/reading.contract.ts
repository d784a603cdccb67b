import { LogUnavailable, toPosition, type Direction } from '../index';
import { appendInTurn, collect, eventId, givenEvent, givenEvents, idsOf } from './given-events';
import type { MakeLog } from './log-under-test';
import { withLog } from './with-log';

const numbered = (...numbers: number[]) => numbers.map((n) => eventId(n));

export function readingContract(makeLog: MakeLog): void {
  describe('reading a stream', () => {
    it(
      'gives its events in order, from a revision, in both directions, up to a count',
      withLog(makeLog, async ({ log }) => {
        await appendInTurn(log, ['c-1', 'c-2'], 10);
        const ids = async (options: Parameters<typeof log.readStream>[1]) =>
          idsOf(await collect(log.readStream('c-1', options)));

        expect(await ids({})).toEqual(numbered(1, 3, 5, 7, 9));
        expect(await ids({ fromRevision: 3 })).toEqual(numbered(7, 9));
        expect(await ids({ fromRevision: 1, maxCount: 2 })).toEqual(numbered(3, 5));
        expect(await ids({ fromRevision: 5 })).toEqual([]);
        expect(await ids({ direction: 'backwards' })).toEqual(numbered(9, 7, 5, 3, 1));
        expect(await ids({ direction: 'backwards', fromRevision: 'end', maxCount: 2 })).toEqual(
          numbered(9, 7),
        );
        expect(await ids({ direction: 'backwards', fromRevision: 1 })).toEqual(numbered(3, 1));
        expect(await ids({ direction: 'backwards', fromRevision: 99, maxCount: 1 })).toEqual(
          numbered(9),
        );
        expect(await ids({ fromRevision: 'end' })).toEqual([]);
        expect(await ids({ maxCount: 0 })).toEqual([]);
      }),
    );

    it(
      'gives the rest of a stream in one slice, and nothing for what is not there',
      withLog(makeLog, async ({ log }) => {
        await log.append('c-1', 'no-stream', givenEvents(1, 700));

        expect(idsOf(await log.readStreamSlice('c-1', 0))).toEqual(idsOf(givenEvents(1, 700)));
        expect((await log.readStreamSlice('c-1', 698)).map((event) => event.revision)).toEqual([
          698, 699,
        ]);
        expect(
          idsOf(await log.readStreamSlice('c-1', 'end', { direction: 'backwards', maxCount: 1 })),
        ).toEqual(numbered(700));
        expect(await log.readStreamSlice('c-1', 700)).toEqual([]);
        expect(await log.readStreamSlice('c-2', 0)).toEqual([]);
        expect(await collect(log.readStream('c-2'))).toEqual([]);
      }),
    );

    it(
      'gives the events at some places, in the order in which these are named',
      withLog(makeLog, async ({ log }) => {
        await appendInTurn(log, ['c-1', 'c-2'], 40);
        const all = await log.readAllSlice();
        const at = (...places: number[]) =>
          all.filter((_, place) => places.includes(place)).map(({ position }) => position);
        const [[last], some] = [at(39), [...at(30, 31), ...at(2, 3, 7)]];

        expect(await log.readAt([])).toEqual([]);
        expect(await log.readAt(some)).toEqual(
          some.map((place) => all.find(({ position }) => position === place)),
        );
        expect(await log.readAt(all.map(({ position }) => position).toReversed())).toEqual(
          all.toReversed(),
        );
        const beyond = toPosition((last ?? 0n) + 1n);
        await expect(log.readAt([...at(0), beyond])).rejects.toBeInstanceOf(LogUnavailable);
      }),
    );

    it(
      'counts the events of a range',
      withLog(makeLog, async ({ log }) => {
        expect(await log.count()).toBe(0);
        await appendInTurn(log, ['c-1', 'c-2'], 10);
        const [third, , , sixth] = (await log.readAllSlice()).slice(2);

        expect(await log.count()).toBe(10);
        expect(await log.count({ after: third?.position ?? 'start' })).toBe(7);
        expect(
          await log.count({ after: third?.position ?? 'start', before: sixth?.position ?? 'end' }),
        ).toBe(2);
      }),
    );

    it(
      'sees what was appended to a stream that was read before',
      withLog(makeLog, async ({ log }) => {
        expect(await log.readStreamSlice('c-1', 0)).toEqual([]);
        await log.append('c-1', 'no-stream', [givenEvent(1)]);
        expect(idsOf(await log.readStreamSlice('c-1', 0))).toEqual(numbered(1));
        expect(await log.readStreamSlice('c-1', 1)).toEqual([]);
        await log.append('c-1', 0, [givenEvent(2)]);
        expect(idsOf(await log.readStreamSlice('c-1', 1))).toEqual(numbered(2));
      }),
    );
  });

  describe('reading everything', () => {
    it(
      'gives the events by position, between positions, in both directions, up to a count',
      withLog(makeLog, async ({ log }) => {
        const receipts = await appendInTurn(log, ['c-1', 'c-2', 'c-3'], 7);
        const [, second, , , , sixth] = receipts.map((receipt) => receipt.position);
        if (second === undefined || sixth === undefined) throw new Error('seven were appended');
        const ids = async (options: Parameters<typeof log.readAll>[0]) =>
          idsOf(await collect(log.readAll(options)));

        expect(await ids({})).toEqual(numbered(1, 2, 3, 4, 5, 6, 7));
        expect(await ids({ after: second })).toEqual(numbered(3, 4, 5, 6, 7));
        expect(await ids({ after: second, before: sixth })).toEqual(numbered(3, 4, 5));
        expect(await ids({ before: second })).toEqual(numbered(1));
        expect(await ids({ direction: 'backwards', after: second, before: sixth })).toEqual(
          numbered(5, 4, 3),
        );
        expect(await ids({ direction: 'backwards', maxCount: 2 })).toEqual(numbered(7, 6));
        expect(await ids({ after: 'start', before: 'end', maxCount: 1 })).toEqual(numbered(1));
        expect(await ids({ after: sixth, before: second })).toEqual([]);
      }),
    );

    it.each<Direction>(['forwards', 'backwards'])(
      'reads on over many slices without a gap, %s',
      async (direction) => {
        await withLog(makeLog, async ({ log }) => {
          await log.append('c-1', 'no-stream', givenEvents(1, 900));
          await log.append('c-2', 'no-stream', givenEvents(901, 600));
          const expected = idsOf(givenEvents(1, 1500));
          if (direction === 'backwards') expected.reverse();

          expect(idsOf(await collect(log.readAll({ direction })))).toEqual(expected);
          expect(idsOf(await collect(log.readAll({ direction, maxCount: 1100 })))).toEqual(
            expected.slice(0, 1100),
          );
        })();
      },
    );

    it(
      'counts the events of a range',
      withLog(makeLog, async ({ log }) => {
        expect(await log.count()).toBe(0);
        const receipts = await appendInTurn(log, ['c-1', 'c-2'], 6);
        const [first, , third, , , sixth] = receipts.map((receipt) => receipt.position);
        if (first === undefined || third === undefined || sixth === undefined) {
          throw new Error('six were appended');
        }

        expect(await log.count()).toBe(6);
        expect(await log.count({ after: first })).toBe(5);
        expect(await log.count({ after: first, before: third })).toBe(1);
        expect(await log.count({ before: first })).toBe(0);
        expect(await log.count({ after: third, before: first })).toBe(0);
        expect(await log.count({ after: sixth })).toBe(0);
      }),
    );

    it(
      'ends a slice at the count or the weight asked for, but never empty before the end',
      withLog(makeLog, async ({ log }) => {
        const heavy = (n: number) => givenEvent(n, 'x'.repeat(10_000));
        await log.append('c-1', 'no-stream', [heavy(1), heavy(2), heavy(3), heavy(4), heavy(5)]);

        expect(await log.readAllSlice({ maxCount: 3 })).toHaveLength(3);
        expect(await log.readAllSlice({ maxBytes: 1 })).toHaveLength(1);
        expect(idsOf(await log.readAllSlice({ maxBytes: 25_000 }))).toEqual(numbered(1, 2));
        expect(idsOf(await log.readAllSlice({ maxBytes: 25_000, direction: 'backwards' }))).toEqual(
          numbered(5, 4),
        );
        const head = await log.head();
        if (head === undefined) throw new Error('events were appended');
        expect(await log.readAllSlice({ after: head })).toEqual([]);
      }),
    );

    it(
      'never lets recorded time decrease',
      withLog(makeLog, async ({ log }) => {
        await appendInTurn(log, ['c-1', 'c-2'], 20);
        const times = (await log.readAllSlice()).map((event) => event.recordedAt);
        expect(times).toEqual(times.toSorted());
      }),
    );

    it(
      'throws the reason of an abort, at the start and in between',
      withLog(makeLog, async ({ log }) => {
        await log.append('c-1', 'no-stream', givenEvents(1, 3));
        for (const read of [log.readAll.bind(log), log.readStream.bind(log, 'c-1')]) {
          const stop = new AbortController();
          const seen: string[] = [];
          const reading = (async () => {
            for await (const event of read({ signal: stop.signal })) {
              seen.push(event.id);
              stop.abort(new Error('enough'));
            }
          })();
          await expect(reading).rejects.toThrow('enough');
          expect(seen).toEqual(numbered(1));
          await expect(collect(read({ signal: stop.signal }))).rejects.toThrow('enough');
        }
      }),
    );

    it(
      'knows no head while the log is empty',
      withLog(makeLog, async ({ log }) => {
        expect(await log.head()).toBeUndefined();
        expect(await collect(log.readAll())).toEqual([]);
        expect(await collect(log.readAll({ direction: 'backwards' }))).toEqual([]);
      }),
    );
  });

  describe('closing', () => {
    it(
      'waits for the appends under way, keeps everything, and may be repeated',
      withLog(makeLog, async ({ log, reopen }) => {
        const appending = Promise.all([
          log.append('c-1', 'no-stream', givenEvents(1, 2)),
          log.append('c-2', 'no-stream', givenEvents(3, 2)),
        ]);
        await log.close();
        await log.close();
        const receipts = await appending;

        const reopened = await reopen();
        expect(await reopened.head()).toBe(receipts[1].position);
        expect(idsOf(await reopened.readAllSlice())).toEqual(numbered(1, 2, 3, 4));
        await reopened.append('c-1', 1, [givenEvent(5)]);
        expect(idsOf(await reopened.readAllSlice())).toEqual(numbered(1, 2, 3, 4, 5));
      }),
    );

    it(
      'makes the log unavailable',
      withLog(makeLog, async ({ log }) => {
        await log.close();
        await expect(log.append('c-1', 'no-stream', [givenEvent(1)])).rejects.toThrow(
          LogUnavailable,
        );
        await expect(log.readStreamSlice('c-1', 0)).rejects.toThrow(LogUnavailable);
        await expect(log.readAllSlice()).rejects.toThrow(LogUnavailable);
        await expect(collect(log.readAll())).rejects.toThrow(LogUnavailable);
        await expect(log.head()).rejects.toThrow(LogUnavailable);
      }),
    );
  });
}
