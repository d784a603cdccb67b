import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { leafHash } from '#ledger';
import { runs } from '#vocabulary/testing';
import { entryOfRecord } from '..';
import type { AccessKind, AccessRecordStore, NewAccessRecord } from '..';

const DAY_MS = 24 * 60 * 60 * 1_000;

export function look(more: Partial<NewAccessRecord> = {}): NewAccessRecord {
  return {
    id: randomUUID(),
    who: 'p1',
    role: 'SECRETARY',
    organisation: 'c1',
    kind: 'IDENTITY',
    subjects: ['member/m1'],
    count: 1,
    concerns: ['c1'],
    ...more,
  };
}

/** A place where it is kept who looked, empty at first: opened as often as there are processes. */
export type AccessRecordsPlace = (now: () => Date) => AccessRecordStore;

/** What every {@link AccessRecordStore} keeps to. */
export function accessRecordsContract(name: string, newPlace: () => AccessRecordsPlace): void {
  describe(`Records of who looked, kept in ${name}`, () => {
    let open: AccessRecordsPlace;
    let now: Date;
    beforeEach(() => {
      open = newPlace();
      now = new Date('2026-01-01T00:00:00.000Z');
    });
    const inStore = async <T>(work: (store: AccessRecordStore) => Promise<T>): Promise<T> => {
      const store = open(() => now);
      try {
        return await work(store);
      } finally {
        await store.close();
      }
    };

    it('are there for other processes once they are told of, each with a number of its own', async () => {
      await inStore(async (store) => {
        const requests = Array.from({ length: 100 }, (_, n) => [
          look({ who: `p${n}` }),
          look({ who: `p${n}`, kind: 'CASE', subjects: ['case/v1'] }),
        ]);
        await Promise.all(requests.map((records) => store.add(records)));
        await inStore(async (other) => {
          const kept = await other.slice(0, 1_000);
          expect(kept.map(({ number }) => number)).toEqual(
            Array.from({ length: 200 }, (_, n) => n),
          );
          for (const [record] of requests.slice(0, 5)) {
            const number = await other.numberOf(record?.id ?? '');
            expect(kept[number ?? -1]?.entry).toBe(
              entryOfRecord({ ...look(record), at: now.toISOString() }),
            );
          }
          expect(await other.numberOf(randomUUID())).toBeUndefined();
          expect((await other.slice(198, 10)).map(({ number }) => number)).toEqual([198, 199]);
        });
      });
    });

    it('never go back in time, whatever the clock does', async () => {
      await inStore(async (store) => {
        await store.add([look()]);
        now = new Date(now.getTime() - DAY_MS);
        await store.add([look()]);
        const found = await store.find({ filter: {}, direction: 'ascending', limit: 5 });
        expect(found.map(({ record: { at } }) => at)).toEqual(
          Array(2).fill('2026-01-01T00:00:00.000Z'),
        );
      });
    });

    it('are dropped when they are old, but for their hashes', async () => {
      await inStore(async (store) => {
        const old = [look({ who: 'longago' }), look()];
        await store.add(old);
        const before = await store.slice(0, 10);
        now = new Date(now.getTime() + 10 * DAY_MS);
        const late = look({ who: 'p2' });
        await store.add([late]);
        const limit = new Date(now.getTime() - 5 * DAY_MS).toISOString();
        expect(await store.dropBefore(limit)).toBe(2);
        expect(await store.dropBefore(limit)).toBe(0);
        const [first, second, third] = await store.slice(0, 10);
        expect([first, second]).toEqual(before.map(({ number, hash }) => ({ number, hash })));
        expect(third?.hash).toEqual(leafHash(third?.entry ?? ''));
        expect(await store.numberOf(old[0]?.id ?? '')).toBeUndefined();
        const found = await store.find({ filter: {}, direction: 'descending', limit: 5 });
        expect(found).toMatchObject([{ number: 2, record: late }]);
        for (const filter of [{ who: 'longago' }, { subjects: ['member/m1'] }]) {
          const all = await store.find({ filter, direction: 'ascending', limit: 5 });
          expect(all.map(({ number }) => number)).toEqual(filter.who === undefined ? [2] : []);
        }
        await store.add([look()]);
        expect((await store.slice(0, 10)).map(({ number }) => number)).toEqual([0, 1, 2, 3]);
      });
    });

    it('are found by who, subject, kind, time and whom they concern, as looking through all of them finds them', async () => {
      const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);
      const some = fc.record({
        who: oneOf('p1', 'p2'),
        kind: oneOf<AccessKind>('IDENTITY', 'CASE'),
        subjects: fc.uniqueArray(oneOf('member/m1', 'member/m2', 'case/v1'), { maxLength: 2 }),
        concerns: fc.uniqueArray(oneOf('c1', 'c2', 'c3'), { maxLength: 2 }),
      });
      const maybe = <T>(...values: readonly T[]) => fc.option(oneOf(...values), { nil: undefined });
      const time = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
      const query = fc.record({
        filter: fc.record({
          who: maybe('p1', 'p2', 'p3'),
          kind: maybe<AccessKind>('IDENTITY', 'CASE'),
          subjects: maybe(['member/m1'], ['member/m2', 'case/v1']),
          from: maybe(time(0), time(3), time(9)),
          to: maybe(time(0), time(5), time(9)),
        }),
        among: maybe([], ['c1'], ['c1', 'c2']),
        direction: oneOf<'ascending' | 'descending'>('ascending', 'descending'),
        after: maybe(0, 4),
        limit: oneOf(1, 3, 50),
      });
      await fc.assert(
        fc.asyncProperty(
          fc.array(some, { maxLength: 10 }),
          fc.array(query, { minLength: 5 }),
          async (records, queries) => {
            open = newPlace();
            await inStore(async (store) => {
              const all: { number: number; at: string; record: NewAccessRecord }[] = [];
              for (const [number, more] of records.entries()) {
                now = new Date(time(number));
                const record = look({ ...more, count: more.subjects.length });
                all.push({ number, at: time(number), record });
                await store.add([record]);
              }
              for (const asked of queries) {
                const { filter, among, direction, after, limit } = asked;
                const expected = all
                  .toSorted((a, b) =>
                    direction === 'ascending' ? a.number - b.number : b.number - a.number,
                  )
                  .filter(({ number, at, record }) => {
                    const { who, kind, subjects, from, to } = filter;
                    return (
                      (after === undefined ||
                        (direction === 'ascending' ? number > after : number < after)) &&
                      (who === undefined || who === record.who) &&
                      (kind === undefined || kind === record.kind) &&
                      (subjects === undefined ||
                        subjects.some((one) => record.subjects.includes(one))) &&
                      (from === undefined || at >= from) &&
                      (to === undefined || at <= to) &&
                      (among === undefined ||
                        record.concerns.length === 0 ||
                        among.some((one) => record.concerns.includes(one)))
                    );
                  })
                  .slice(0, limit);
                expect((await store.find(asked)).map(({ number }) => number)).toEqual(
                  expected.map(({ number }) => number),
                );
              }
            });
          },
        ),
        { numRuns: runs(20) },
      );
    });
  });
}
