import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { inclusionProof, isIncluded, leafHash, Ledger, readCheckpoint, Signer } from '#ledger';
import { FileLedgerStore } from '#ledger/files';
import { entryOfRecord, leavesOfRecords } from '..';
import type { AccessRecordStore } from '..';
import { accessRecordsContract, look } from '../contract';
import { openSqliteAccessRecords } from '.';

const DAY_MS = 24 * 60 * 60 * 1_000;
const signer = new Signer('four-good.test/access', generateKeyPairSync('ed25519').privateKey);

accessRecordsContract('a file', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'access-records-')), 'records.db');
  return (now) => openSqliteAccessRecords(path, now);
});

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
});
