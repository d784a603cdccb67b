import { DuplicateEventId, WrongExpectedRevision } from '../index';
import { eventId, givenEvent, givenEvents, idsOf } from './given-events';
import type { ContractOptions, MakeLog } from './log-under-test';
import { withLog } from './with-log';

export function idempotenceContract(makeLog: MakeLog, options: ContractOptions): void {
  describe('repeating an append', () => {
    it(
      'returns the original receipt, marked as duplicate',
      withLog(makeLog, async ({ log }) => {
        await log.append('c-1', 'no-stream', [givenEvent(1)]);
        const original = await log.append('c-1', 0, givenEvents(2, 3));

        expect(await log.append('c-1', 0, givenEvents(2, 3))).toEqual({
          ...original,
          duplicate: true,
        });
        expect(await log.readStreamSlice('c-1', 0)).toHaveLength(4);
      }),
    );

    it(
      'does so also after more appends and after reopening',
      withLog(makeLog, async ({ log, reopen }) => {
        const original = await log.append('c-1', 'no-stream', givenEvents(1, 2));
        await log.append('c-1', 1, givenEvents(3, 2));
        await log.append('c-2', 'no-stream', givenEvents(5, 2));
        const reopened = await reopen();

        const repeated = await reopened.append('c-1', 'no-stream', givenEvents(1, 2));
        expect(repeated).toEqual({ ...original, duplicate: true });
        expect(await reopened.readAllSlice()).toHaveLength(6);
      }),
    );

    it(
      'does so also while the first is under way',
      withLog(makeLog, async ({ log }) => {
        const [first, second] = await Promise.all([
          log.append('c-1', 'no-stream', givenEvents(1, 2)),
          log.append('c-1', 'no-stream', givenEvents(1, 2)),
        ]);

        expect(second).toEqual({ ...first, duplicate: true });
        expect(await log.readStreamSlice('c-1', 0)).toHaveLength(2);
      }),
    );

    it(
      'takes the first events of an earlier append as its repetition',
      withLog(makeLog, async ({ log }) => {
        await log.append('c-1', 'no-stream', givenEvents(1, 3));

        const receipt = await log.append('c-1', 'no-stream', givenEvents(1, 2));
        const stored = await log.readStreamSlice('c-1', 0);
        expect(receipt).toMatchObject({
          firstRevision: 0,
          lastRevision: 1,
          position: stored[1]?.position,
          duplicate: true,
        });
      }),
    );

    it.each([
      ['with more events than before', [1, 2, 3]],
      ['in another order', [2, 1]],
      ['with one event replaced', [1, 9]],
    ])('is none %s', async (_how, numbers) => {
      await withLog(makeLog, async ({ log }) => {
        await log.append('c-1', 'no-stream', givenEvents(1, 2));

        const events = numbers.map((n) => givenEvent(n));
        const error = await log.append('c-1', 'no-stream', events).catch((e: unknown) => e);
        expect(error).toBeInstanceOf(WrongExpectedRevision);
        expect(await log.readStreamSlice('c-1', 0)).toHaveLength(2);
      })();
    });
  });

  describe('an id that is stored already', () => {
    it(
      'is refused at the head of its stream, and nothing of the append is stored',
      withLog(makeLog, async ({ log }) => {
        const first = await log.append('c-1', 'no-stream', [givenEvent(1)]);

        const error = await log
          .append('c-1', 0, [givenEvent(2), givenEvent(1)])
          .catch((e: unknown) => e);
        expect(error).toBeInstanceOf(DuplicateEventId);
        expect(error).toMatchObject({
          eventId: eventId(1),
          storedAt: { stream: 'c-1', revision: 0, position: first.position },
        });
        await log.append('c-1', 0, [givenEvent(2)]);
        expect(idsOf(await log.readAllSlice())).toEqual([eventId(1), eventId(2)]);
      }),
    );

    if (options.uniqueIds === 'stream') return;

    it(
      'is refused in every other stream, and the appends beside it are stored',
      withLog(makeLog, async ({ log, reopen }) => {
        await log.append('c-1', 'no-stream', [givenEvent(1)]);
        const reopened = await reopen();

        const outcomes = await Promise.allSettled([
          reopened.append('c-2', 'no-stream', [givenEvent(2)]),
          reopened.append('c-3', 'no-stream', [givenEvent(3), givenEvent(1)]),
          reopened.append('c-3', 'no-stream', [givenEvent(4)]),
        ]);

        expect(outcomes.map((outcome) => outcome.status)).toEqual([
          'fulfilled',
          'rejected',
          'fulfilled',
        ]);
        expect(outcomes[1]).toMatchObject({
          reason: {
            kind: 'DuplicateEventId',
            eventId: eventId(1),
            storedAt: { stream: 'c-1', revision: 0 },
          },
        });
        expect(idsOf(await reopened.readAllSlice())).toEqual([eventId(1), eventId(2), eventId(4)]);
      }),
    );
  });
}
