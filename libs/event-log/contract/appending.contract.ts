import {
  DuplicateEventId,
  EventTooLarge,
  InvalidAppend,
  isEventLogError,
  MAX_APPEND_BYTES,
  WrongExpectedRevision,
} from '../index';
import { eventId, givenEvent, givenEvents, idsOf } from './given-events';
import type { MakeLog } from './log-under-test';
import { withLog } from './with-log';

export function appendingContract(makeLog: MakeLog): void {
  describe('appending', () => {
    it(
      'gives a receipt with the revisions and the position of the last event',
      withLog(makeLog, async ({ log }) => {
        const first = await log.append('c-1', 'no-stream', givenEvents(1, 2));
        const second = await log.append('c-1', 1, givenEvents(3, 3));

        expect(first).toMatchObject({
          stream: 'c-1',
          firstRevision: 0,
          lastRevision: 1,
          duplicate: false,
        });
        expect(second).toMatchObject({
          stream: 'c-1',
          firstRevision: 2,
          lastRevision: 4,
          duplicate: false,
        });
        expect(second.position > first.position).toBe(true);
        expect(await log.head()).toBe(second.position);
      }),
    );

    it(
      'gives back the event as it was appended, with its place and its time',
      withLog(makeLog, async ({ log }) => {
        const data = {
          text: 'Chi bộ ấp 3 \u{1F33E} \ud800 "\\',
          none: null,
          list: [1, -0.5, 1e21],
          'a.b': { $ne: 1 },
        };
        const appended = givenEvent(1, data);
        const full = {
          ...appended,
          metadata: {
            ...appended.metadata,
            onBehalfOf: { id: 'u00002', role: 'SECRETARY', organisation: 'c00002' },
            causationId: eventId(9),
            legalBasis: [
              { number: '12-NQ/CB', date: '2025-01-02', issuer: 'c00001', title: 'Nghị quyết' },
            ],
            evidence: [{ sha256: 'ab'.repeat(32), kind: 'MINUTES', name: 'bien-ban.pdf' }],
            reason: 'late',
            source: {
              kind: 'IMPORT' as const,
              importId: 'i',
              file: 'm.csv',
              row: 3,
              key: 'k',
              digest: 'd',
            },
            readThrough: '17',
          },
        };
        const receipt = await log.append('c-1', 'no-stream', [full]);

        expect(await log.readStreamSlice('c-1', 0)).toEqual([
          {
            ...full,
            stream: 'c-1',
            revision: 0,
            position: receipt.position,
            recordedAt: receipt.recordedAt,
          },
        ]);
        expect(receipt.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      }),
    );

    it(
      'keeps what was given, not what the caller makes of it afterwards',
      withLog(makeLog, async ({ log }) => {
        const data = { attended: ['m00001'] };
        const appending = log.append('c-1', 'no-stream', [givenEvent(1, data)]);
        data.attended.push('m00002');
        await appending;

        const [stored] = await log.readStreamSlice('c-1', 0);
        expect(stored?.data).toEqual({ attended: ['m00001'] });
      }),
    );

    it(
      'refuses another revision than the actual one and says which that is',
      withLog(makeLog, async ({ log }) => {
        await log.append('c-1', 'no-stream', givenEvents(1, 2));

        const refused = async (stream: string, expected: number | 'no-stream') =>
          log.append(stream, expected, [givenEvent(9)]).catch((error: unknown) => error);

        for (const [stream, expected, actual] of [
          ['c-1', 'no-stream', 1],
          ['c-1', 0, 1],
          ['c-1', 2, 1],
          ['c-2', 0, 'no-stream'],
        ] as const) {
          const error = await refused(stream, expected);
          expect(error).toBeInstanceOf(WrongExpectedRevision);
          expect(error).toMatchObject({ kind: 'WrongExpectedRevision', stream, expected, actual });
        }
        expect(await log.readAllSlice()).toHaveLength(2);
      }),
    );

    it(
      'lets exactly one of several writers in who decided on the same revision',
      withLog(makeLog, async ({ log }) => {
        await log.append('c-1', 'no-stream', [givenEvent(1)]);

        const outcomes = await Promise.allSettled(
          [2, 3, 4].map(async (n) => log.append('c-1', 0, [givenEvent(n)])),
        );

        const refusals = outcomes.flatMap((outcome) =>
          outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
        );
        expect(refusals).toHaveLength(2);
        for (const refusal of refusals) {
          expect(refusal).toMatchObject({ kind: 'WrongExpectedRevision', actual: 1 });
        }
        expect(await log.readStreamSlice('c-1', 0)).toHaveLength(2);
      }),
    );

    it(
      'lets the refusal of one append not touch the others of the same moment',
      withLog(makeLog, async ({ log }) => {
        const appends = [
          log.append('c-1', 'no-stream', givenEvents(1, 3)),
          log.append('c-1', 7, givenEvents(10, 2)),
          log.append('c-2', 'no-stream', givenEvents(20, 2)),
        ];
        const outcomes = await Promise.allSettled(appends);

        expect(outcomes.map((outcome) => outcome.status)).toEqual([
          'fulfilled',
          'rejected',
          'fulfilled',
        ]);
        expect(idsOf(await log.readStreamSlice('c-1', 0))).toEqual(idsOf(givenEvents(1, 3)));
        expect(idsOf(await log.readStreamSlice('c-2', 0))).toEqual(idsOf(givenEvents(20, 2)));
      }),
    );

    it(
      'takes 1 MiB of data in one append and refuses a byte more, counted as UTF-8',
      withLog(makeLog, async ({ log }) => {
        // Three bytes each, and the two quotation marks of the JSON.
        const most = 'ấ'.repeat(Math.floor((MAX_APPEND_BYTES - 2) / 3));
        const rest = 'x'.repeat(MAX_APPEND_BYTES - 2 - Buffer.byteLength(most));

        const error = await log
          .append('c-1', 'no-stream', [givenEvent(1, `${most}${rest}x`)])
          .catch((e: unknown) => e);
        expect(error).toBeInstanceOf(EventTooLarge);
        expect(error).toMatchObject({ size: MAX_APPEND_BYTES + 1, limit: MAX_APPEND_BYTES });

        const receipt = await log.append('c-1', 'no-stream', [givenEvent(1, `${most}${rest}`)]);
        expect(receipt.lastRevision).toBe(0);
      }),
    );

    it.each([
      ['no events', 'c-1', []],
      ['an id that is no UUID', 'c-1', [{ ...givenEvent(1), id: 'e1' }]],
      ['an id in upper case', 'c-1', [{ ...givenEvent(1), id: eventId(10).toUpperCase() }]],
      ['an empty type', 'c-1', [{ ...givenEvent(1), type: '' }]],
      ['schema version 0', 'c-1', [{ ...givenEvent(1), schemaVersion: 0 }]],
      ['no data', 'c-1', [{ ...givenEvent(1), data: undefined }]],
      ['data that is no JSON', 'c-1', [givenEvent(1, { count: 1n })]],
      ['an empty stream name', '', [givenEvent(1)]],
      ['a stream name kept for stores', '$all', [givenEvent(1)]],
    ])('refuses %s', async (_what, stream, events) => {
      await withLog(makeLog, async ({ log }) => {
        const error = await log.append(stream, 'no-stream', events).catch((e: unknown) => e);
        expect(error).toBeInstanceOf(InvalidAppend);
        expect(isEventLogError(error)).toBe(true);
        expect(await log.head()).toBeUndefined();
      })();
    });

    it(
      'refuses an id that comes twice in one append',
      withLog(makeLog, async ({ log }) => {
        const appending = log.append('c-1', 'no-stream', [
          givenEvent(1),
          givenEvent(2),
          givenEvent(1),
        ]);
        await expect(appending).rejects.toThrow(DuplicateEventId);
        expect(await log.readAllSlice()).toEqual([]);
      }),
    );
  });
}
