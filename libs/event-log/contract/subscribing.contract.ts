import type { LogMessage } from '../index';
import {
  appendInTurn,
  collect,
  eventIdsOf,
  eventId,
  givenEvent,
  givenEvents,
  idsOf,
  takeUntil,
} from './given-events';
import type { MakeLog } from './log-under-test';
import { withLog } from './with-log';

const isCaughtUp = (message: LogMessage) => message.kind === 'caughtUp';

/** Every marker must name the last event before it, or where the subscription started. */
function expectMarkersBehindTheirEvents(messages: readonly LogMessage[], start?: bigint): void {
  let last: bigint | undefined = start;
  for (const message of messages) {
    if (message.kind === 'event') {
      expect(last === undefined || message.event.position > last).toBe(true);
      last = message.event.position;
    } else {
      expect(message.position).toBe(last);
    }
  }
}

export function subscribingContract(makeLog: MakeLog): void {
  describe('subscribing', () => {
    it(
      'delivers what there is, says that it has caught up, then what comes',
      withLog(makeLog, async ({ log }) => {
        const stop = new AbortController();
        await log.append('c-1', 'no-stream', givenEvents(1, 3));

        const messages = await takeUntil(
          log.subscribe({ after: 'start', signal: stop.signal }),
          (message, soFar) => {
            if (isCaughtUp(message) && eventIdsOf(soFar).length === 3) {
              void log.append('c-1', 2, givenEvents(4, 2));
            }
            return isCaughtUp(message) && eventIdsOf(soFar).length === 5;
          },
        );

        expect(eventIdsOf(messages)).toEqual(idsOf(givenEvents(1, 5)));
        expectMarkersBehindTheirEvents(messages);
      }),
    );

    it(
      'tells the subscriber of an empty log that it has caught up, without a position',
      withLog(makeLog, async ({ log }) => {
        const stop = new AbortController();
        const messages = await takeUntil(
          log.subscribe({ after: 'start', signal: stop.signal }),
          isCaughtUp,
        );
        expect(messages).toEqual([{ kind: 'caughtUp' }]);
      }),
    );

    it(
      'starts behind the position given, or behind the head',
      withLog(makeLog, async ({ log }) => {
        const stop = new AbortController();
        const receipts = await appendInTurn(log, ['c-1', 'c-2'], 5);
        const third = receipts[2]?.position;
        const fifth = receipts[4]?.position;
        if (third === undefined || fifth === undefined) throw new Error('five were appended');

        const fromThird = await takeUntil(
          log.subscribe({ after: third, signal: stop.signal }),
          isCaughtUp,
        );
        expect(eventIdsOf(fromThird)).toEqual([eventId(4), eventId(5)]);
        expectMarkersBehindTheirEvents(fromThird, third);

        const fromEnd = await takeUntil(
          log.subscribe({ after: 'end', signal: stop.signal }),
          (message, soFar) => {
            if (isCaughtUp(message) && soFar.length === 1) {
              void log.append('c-9', 'no-stream', [givenEvent(6)]);
            }
            return message.kind === 'event';
          },
        );
        expect(eventIdsOf(fromEnd)).toEqual([eventId(6)]);
        expectMarkersBehindTheirEvents(fromEnd, fifth);
      }),
    );

    it(
      'loses and doubles nothing where catching up meets appends, for fast and slow consumers',
      withLog(makeLog, async ({ log }) => {
        const total = 1_200;
        await log.append('c-0', 'no-stream', givenEvents(1, 600));
        const follow = async (every: number) => {
          const stop = new AbortController();
          let seen = 0;
          const messages: LogMessage[] = [];
          for await (const message of log.subscribe({ after: 'start', signal: stop.signal })) {
            messages.push(message);
            if (message.kind === 'event') seen += 1;
            if (every > 0 && seen % every === 0) await log.head();
            if (seen === total && message.kind === 'caughtUp') break;
          }
          return messages;
        };
        const write = async (writer: number) => {
          for (let index = 0; index < 200; index += 1) {
            await log.append(`w-${writer}`, index === 0 ? 'no-stream' : index - 1, [
              givenEvent(1_000 * writer + index),
            ]);
          }
        };

        const [fast, slow] = await Promise.all([
          follow(0),
          follow(3),
          write(1),
          write(2),
          write(3),
        ]);

        const expected = idsOf(await collect(log.readAll()));
        expect(expected).toHaveLength(total);
        for (const messages of [fast, slow]) {
          expect(eventIdsOf(messages)).toEqual(expected);
          expectMarkersBehindTheirEvents(messages);
        }
      }),
    );

    it(
      'ends when it is aborted: before it starts, while it waits and between two events',
      withLog(makeLog, async ({ log }) => {
        await log.append('c-1', 'no-stream', givenEvents(1, 3));

        const before = await collect(
          log.subscribe({ after: 'start', signal: AbortSignal.abort() }),
        );
        expect(before).toEqual([]);

        const stopWaiting = new AbortController();
        const waiting = log
          .subscribe({ after: 'end', signal: stopWaiting.signal })
          [Symbol.asyncIterator]();
        await waiting.next();
        const next = waiting.next();
        stopWaiting.abort();
        expect(await next).toEqual({ done: true, value: undefined });

        const stopReading = new AbortController();
        const seen: LogMessage[] = [];
        for await (const message of log.subscribe({ after: 'start', signal: stopReading.signal })) {
          seen.push(message);
          stopReading.abort();
        }
        expect(eventIdsOf(seen)).toEqual([eventId(1)]);
      }),
    );

    it(
      'ends when the log is closed',
      withLog(makeLog, async ({ log }) => {
        const signal = new AbortController().signal;
        const waiting = log.subscribe({ after: 'start', signal })[Symbol.asyncIterator]();
        await waiting.next();
        const next = waiting.next();
        await log.close();
        expect(await next).toEqual({ done: true, value: undefined });
      }),
    );
  });
}
