import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { inclusionProof, isIncluded, leafHash, Ledger, readCheckpoint, Signer } from '#ledger';
import { FileLedgerStore } from '#ledger/files';
import { runs } from '#vocabulary/testing';
import { entryOfRecord, leavesOfRecords } from '..';
import type { AccessKind, AccessRecordStore, NewAccessRecord } from '..';
import { openSqliteAccessRecords } from '.';

const DAY_MS = 24 * 60 * 60 * 1_000;
const signer = new Signer('four-good.test/access', generateKeyPairSync('ed25519').privateKey);

function look(more: Partial<NewAccessRecord> = {}): NewAccessRecord {
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

describe('Records of who looked, in a file', () => {
  let folder: string;
  let now: Date;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'access-records-'));
    now = new Date('2026-01-01T00:00:00.000Z');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const path = () => join(folder, 'records.db');
  const inStore = async <T>(work: (store: AccessRecordStore) => Promise<T>): Promise<T> => {
    const store = openSqliteAccessRecords(path(), () => now);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  /** Follows the records as a process of its own does, and signs them. @throws LedgerBroken */
  const signed = (store: AccessRecordStore) =>
    inTree(store, async (ledger, tree) => {
      await ledger.follow(new AbortController().signal);
      return { checkpoint: await ledger.sign(), leaves: await tree.leaves(0, 1_000) };
    });
  const inTree = async <T>(
    store: AccessRecordStore,
    work: (ledger: Ledger, tree: FileLedgerStore) => Promise<T>,
  ): Promise<T> => {
    const tree = new FileLedgerStore(join(folder, 'tree'));
    const ledger = new Ledger({
      leaves: leavesOfRecords(store),
      store: tree,
      origin: () => Promise.resolve('four-good.test/access'),
      signers: () => [signer],
    });
    try {
      return await work(ledger, tree);
    } finally {
      await tree.close();
    }
  };

  it('are there after an end at any moment, all of one request or none', async () => {
    await inStore(async (store) => {
      const requests = Array.from({ length: 300 }, (_, n) => [
        look({ who: `p${n}` }),
        look({ who: `p${n}`, kind: 'CASE', subjects: ['case/v1'] }),
      ]);
      await Promise.all(requests.map((records) => store.add(records)));
      // As another process finds it, before this one closes anything.
      await inStore(async (other) => {
        const kept = await other.slice(0, 1_000);
        expect(kept.map(({ number }) => number)).toEqual(Array.from({ length: 600 }, (_, n) => n));
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

  it('are dropped when they are old, while their leaves stay, and what is left is proved as before', async () => {
    await inStore(async (store) => {
      await store.add([look({ who: 'longago', subjects: ['member/forgotten'] }), look()]);
      const before = await signed(store);
      now = new Date(now.getTime() + 10 * DAY_MS);
      const late = look({ who: 'p2' });
      await store.add([late]);
      expect(await store.dropBefore(new Date(now.getTime() - 5 * DAY_MS).toISOString())).toBe(2);
      expect(await store.dropBefore(new Date(now.getTime() - 5 * DAY_MS).toISOString())).toBe(0);
      for (const name of readdirSync(folder).filter((one) => one.startsWith('records.db'))) {
        for (const text of ['longago', 'forgotten']) {
          expect(readFileSync(join(folder, name)).includes(text)).toBe(false);
        }
      }
      const { checkpoint, leaves } = await signed(store);
      expect(leaves.subarray(0, before.leaves.length)).toEqual(before.leaves);
      const tree = readCheckpoint(checkpoint?.note ?? '');
      expect(tree.size).toBe(3);
      const [found, ...others] = await store.find({ filter: {}, direction: 'ascending', limit: 5 });
      expect(others).toEqual([]);
      const leaf = leafHash(entryOfRecord({ ...late, at: now.toISOString() }));
      expect(found).toMatchObject({ number: 2, record: late });
      const proof = await inTree(store, (_, hashes) => inclusionProof(hashes, 2, 3));
      expect(isIncluded(leaf, 2, tree, proof)).toBe(true);
      expect(await store.find({ filter: { who: 'p1' }, direction: 'ascending', limit: 5 })).toEqual(
        [],
      );
    });
  });

  it.each([
    ['was changed', `UPDATE records SET entry = replace(entry, 'p3', 'p9') WHERE number = 3`, 3],
    ['was removed', 'DELETE FROM records WHERE number = 3', 3],
    ['was removed at the end', 'DELETE FROM records WHERE number = 5', 5],
    [
      'was dropped with another hash',
      `UPDATE records SET entry = NULL, id = NULL, hash = zeroblob(32) WHERE number = 3`,
      3,
    ],
  ])('are not signed any more where one %s', async (_, sql, index) => {
    await inStore(async (store) => {
      await store.add(Array.from({ length: 6 }, (__, n) => look({ who: `p${n}` })));
      await signed(store);
    });
    const database = new DatabaseSync(path());
    database.exec(sql);
    database.close();
    await inStore(async (store) => {
      await expect(signed(store)).rejects.toMatchObject({ found: { index } });
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
          rmSync(path(), { force: true });
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
