import { copyFileSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { Fenced, type CollectionDefinition, type DocumentStore, type Ownership } from '..';
import { documentStoreContract } from '../contract';
import { openSqliteDocumentStore } from '.';

const folder = mkdtempSync(join(tmpdir(), 'read-models-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function newPath(): string {
  files += 1;
  return join(folder, `views-${files}.db`);
}

documentStoreContract('SQLite', () =>
  Promise.resolve(openSqliteDocumentStore({ path: newPath() })),
);

interface Tally {
  readonly tags: readonly string[];
}

const tallies: CollectionDefinition = {
  name: 'tallies',
  version: 1,
  indexes: [{ name: 'tag', fields: [{ path: 'tags', multiValued: true }] }],
};

async function acquired(store: DocumentStore, holder = 'first'): Promise<Ownership> {
  const owner = await store.lease.acquire({
    projection: 'tallies@1',
    holder,
    ttlMs: 1,
    now: files,
  });
  if (owner === undefined) {
    throw new Error('the lease is taken');
  }
  return owner;
}

/** Batch n changes the document `all` and creates one of its own. */
async function commitBatch(store: DocumentStore, owner: Ownership, batch: number): Promise<void> {
  const position = BigInt(batch);
  await store.commit({
    owner,
    writes: [
      {
        collection: tallies,
        changes: [
          {
            id: 'all',
            expected: batch === 1 ? 'absent' : position - 1n,
            position,
            body: { tags: [`batch ${batch}`] },
          },
          {
            id: `own ${batch}`,
            expected: 'absent',
            position,
            body: { tags: ['own', 'x'.repeat(3000)] },
          },
        ],
      },
    ],
    checkpoint: { position },
  });
}

describe('the SQLite file', () => {
  it('holds everything when it is opened again', async () => {
    const path = newPath();
    const store = openSqliteDocumentStore({ path });
    await store.collection<Tally>(tallies, { indexes: 'deferred' });
    const owner = await acquired(store);
    await commitBatch(store, owner, 1);
    await store.alias.set({ tallies: 1 });
    await store.close();

    const again = openSqliteDocumentStore({ path });
    const collection = await again.collection<Tally>(tallies);
    expect((await collection.load(['all'])).get('all')?.body).toEqual({ tags: ['batch 1'] });
    expect(await collection.count({ index: 'tag', where: { tags: 'own' } })).toBe(1);
    expect(await again.checkpoint('tallies@1').load()).toEqual({ position: 1n });
    expect(await again.alias.get('tallies')).toBe(1);
    await commitBatch(again, owner, 2);
    expect((await acquired(again)).epoch).toBe(2);
    await again.close();
  });

  it('is at the end of a batch wherever in its writes the process was killed', async () => {
    const path = newPath();
    const store = openSqliteDocumentStore({ path });
    await store.collection<Tally>(tallies);
    const owner = await acquired(store);
    const batches = 6;
    for (let batch = 1; batch <= batches; batch += 1) {
      await commitBatch(store, owner, batch);
    }
    const written = statSync(`${path}-wal`).size;

    const survives = async (length: number): Promise<number> => {
      const torn = newPath();
      copyFileSync(path, torn);
      copyFileSync(`${path}-wal`, `${torn}-wal`);
      truncateSync(`${torn}-wal`, length);
      const survivor = openSqliteDocumentStore({ path: torn });
      const collection = await survivor.collection<Tally>(tallies);
      const through = Number((await survivor.checkpoint('tallies@1').load())?.position ?? 0n);
      const own = Array.from({ length: batches }, (_, at) => `own ${at + 1}`);
      const loaded = await collection.load(['all', ...own]);
      expect([...loaded.keys()]).toEqual(through === 0 ? [] : ['all', ...own.slice(0, through)]);
      expect(await collection.count({ index: 'tag', where: { tags: 'own' } })).toBe(through);
      expect(await collection.count({ index: 'tag', where: { tags: `batch ${through}` } })).toBe(
        through === 0 ? 0 : 1,
      );
      const heir = await acquired(survivor);
      for (let batch = through + 1; batch <= batches; batch += 1) {
        await commitBatch(survivor, heir, batch);
      }
      await survivor.close();
      return through;
    };

    expect(await survives(written)).toBe(batches);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: written }), async (length) => {
        await survives(length);
      }),
      { numRuns: 40 },
    );
    await store.close();
  });

  it('serves two processes: the one that took the lease writes, into indexes the other built', async () => {
    const path = newPath();
    const [one, other] = [openSqliteDocumentStore({ path }), openSqliteDocumentStore({ path })];
    await one.collection<Tally>(tallies, { indexes: 'deferred' });
    const former = await acquired(one, 'one');
    await commitBatch(one, former, 1);
    const seen = await other.collection<Tally>(tallies);
    files += 1;
    const owner = await acquired(other, 'other');
    await expect(commitBatch(one, former, 2)).rejects.toBeInstanceOf(Fenced);
    await commitBatch(one, owner, 2);
    expect(await seen.count({ index: 'tag', where: { tags: 'own' } })).toBe(2);
    await one.close();
    await other.close();
  });

  it('is refused, untouched, when it holds something else', () => {
    const path = newPath();
    const log = new DatabaseSync(path);
    log.exec('CREATE TABLE events (position INTEGER PRIMARY KEY)');
    expect(() => openSqliteDocumentStore({ path })).toThrow(/does not hold read models/);
    expect(log.prepare('SELECT name FROM sqlite_schema').all()).toHaveLength(1);
    log.close();
  });
});
