import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { portionsOf } from '#read-models';
import type { Cursor, Direction, DocumentCollection } from '#read-models';
import { openMemoryDocumentStore } from '#read-models/memory';
import { openSqliteDocumentStore } from '#read-models/sqlite';
import { runs } from '#vocabulary/testing';
import { scanWithin } from './scan-within';
import type { Within } from './scan-within';

const folder = mkdtempSync(join(tmpdir(), 'scan-within-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Row {
  readonly organisation: string;
  readonly month: number;
}

const ORGANISATIONS = 40;
const DOCUMENTS = 1_500;
const DEFINITION = {
  name: 'rows',
  version: 1,
  indexes: [
    { name: 'all', fields: [{ path: 'month' }] },
    { name: 'scope', fields: [{ path: 'organisation' }, { path: 'month' }] },
  ],
};

/** Far more of them are of others than are read at the first look. */
const rows = Array.from({ length: DOCUMENTS }, (_, at) => ({
  id: `row-${at}`,
  body: { organisation: `o${(at * 7_919) % ORGANISATIONS}`, month: (at * 31) % 12 },
}));

/** Organisations of which a list is looked up, in portions of some size. */
const anyReach = fc.record({
  reach: fc.uniqueArray(
    fc.nat(ORGANISATIONS - 1).map((at) => `o${at}`),
    {
      minLength: 1,
      maxLength: 6,
    },
  ),
  size: fc.integer({ min: 1, max: 3 }),
  limit: fc.integer({ min: 1, max: 60 }),
  direction: fc.constantFrom<Direction[]>('ascending', 'descending'),
});

describe.each([
  ['SQLite', () => openSqliteDocumentStore({ path: join(folder, 'views.db') })],
  ['memory', () => openMemoryDocumentStore()],
])('a list of many organisations, looked up in portions in %s', (_name, open) => {
  const store = open();
  let collection: DocumentCollection<Row>;
  beforeAll(async () => {
    collection = await store.collection<Row>(DEFINITION);
    const request = { projection: 'rows@1', holder: 'spec', ttlMs: 1_000, now: 0 };
    const owner = await store.lease.acquire(request);
    if (owner === undefined) throw new Error('A new store has no other owner');
    await collection.write(
      rows.map(({ id, body }) => ({ id, body, expected: 'absent', position: 1n })),
      owner,
    );
  });
  afterAll(() => store.close());

  it('has full pages, and in all what a look at every document finds, in that order', async () => {
    await fc.assert(
      fc.asyncProperty(anyReach, async ({ reach, size, limit, direction }) => {
        const seen = new Set(reach);
        const within: Within<Row> = {
          place: { index: 'all', where: {} },
          isSeen: ({ organisation }) => seen.has(organisation),
          portions: Array.from(portionsOf(reach, size), (some) => ({
            index: 'scope',
            where: { organisation: { in: some } },
          })),
        };
        const found: string[] = [];
        const sizes: number[] = [];
        for (let after: Cursor | undefined, hasMore = true; hasMore;) {
          const page = await scanWithin(collection, within, {
            direction,
            limit,
            matches: within.isSeen,
            ...(after && { after }),
          });
          ({ hasMore, end: after } = page);
          sizes.push(hasMore ? page.items.length : limit);
          found.push(...page.items.map(({ id }) => id));
        }
        expect(found).toEqual(expected(seen, direction));
        expect(sizes.filter((one) => one !== limit)).toEqual([]);
      }),
      { numRuns: runs(40) },
    );
  });
});

function expected(seen: ReadonlySet<string>, direction: Direction): readonly string[] {
  const ascending = rows
    .filter(({ body }) => seen.has(body.organisation))
    .toSorted((a, b) => {
      if (a.body.month !== b.body.month) return a.body.month - b.body.month;
      return a.id < b.id ? -1 : 1;
    })
    .map(({ id }) => id);
  return direction === 'ascending' ? ascending : ascending.toReversed();
}
