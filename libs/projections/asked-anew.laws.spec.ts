import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { DocumentStore } from '#read-models';
import { openSqliteDocumentStore } from '#read-models/sqlite';
import { DocumentCache, ProjectionRun } from './engine';
import type { LoggedFact, Projection } from './runner';
import { anyFact, corrected, Died, dyingStore, recorded } from './testing';
import { FINDING_RULES, FINDINGS, explainFinding, findingsProjection } from './findings';
import type { FindingDocument } from './findings';
import { STREAKS, streaksProjection } from './streaks';

/** So few that documents come and go. */
const CACHED_CHARACTERS = 100_000;
const RUNS = { numRuns: 25, endOnFailure: true };
const folder = mkdtempSync(join(tmpdir(), 'asked-anew-laws-'));
let store: DocumentStore;

beforeAll(() => {
  store = openSqliteDocumentStore({ path: join(folder, 'views.db') });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Applies what is behind the checkpoint, in batches of these sizes over and over. */
async function catchUp(
  projection: Projection,
  target: DocumentStore,
  facts: readonly LoggedFact[],
  sizes: readonly number[],
): Promise<void> {
  const request = {
    projection: `${projection.name}@${projection.version}`,
    holder: 'spec',
    ttlMs: 1000,
    now: 0,
  };
  const owner = await target.lease.acquire(request);
  if (owner === undefined) throw new Error('There is only one holder');
  const cache = new DocumentCache(CACHED_CHARACTERS);
  const run = await ProjectionRun.open(projection, target, owner, cache);
  let next = facts.findIndex(({ position }) => position > run.position);
  for (let batch = 0; next !== -1 && next < facts.length; batch += 1) {
    const size = sizes[batch % sizes.length] ?? facts.length;
    await run.apply(facts.slice(next, next + size));
    next += size;
  }
}

/** Every document to the byte; by default also the position that guards it. */
async function dump(
  { collections, version }: Projection,
  guards: 'with guards' | 'without guards' = 'with guards',
): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const spec of collections) {
    const collection = await store.collection({ ...spec, version });
    for await (const { id, position, json } of collection.dump()) {
      const guard = guards === 'with guards' ? position : '';
      lines.push(`${spec.name} ${id} ${guard} ${json}`);
    }
  }
  return lines;
}

async function builtFrom(
  projection: Projection,
  facts: readonly LoggedFact[],
  sizes: readonly number[] = [],
): Promise<readonly string[]> {
  await store.dropEverything();
  await catchUp(projection, store, facts, sizes);
  return dump(projection);
}

/** A framework is published before anything is judged by it. */
const anyFacts = fc
  .array(anyFact, { minLength: 20, maxLength: 150 })
  .map((facts) => facts.toSorted((a, b) => Number(isPublication(b)) - Number(isPublication(a))))
  .map((facts) => recorded(...facts));

function isPublication({ type }: { readonly type: string }): boolean {
  return type === 'FrameworkPublished';
}

/** With some facts corrected, each after all the others. */
const anyFactsCorrected = fc
  .tuple(anyFacts, fc.array(fc.nat(), { maxLength: 4 }))
  .map(([facts, wrong]) =>
    wrong.reduce<readonly LoggedFact[]>(
      (before, choice) => corrected(before, before[choice % before.length]) ?? before,
      facts,
    ),
  );
const anySizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });

describe.each([
  [FINDINGS, findingsProjection],
  [STREAKS, streaksProjection],
])('the %s of any history', (name, projection) => {
  it('are the same to the byte wherever the batches were cut', async () => {
    await fc.assert(
      fc.asyncProperty(anyFactsCorrected, anySizes, async (facts, sizes) => {
        expect(await builtFrom(projection, facts, sizes)).toEqual(
          await builtFrom(projection, facts),
        );
      }),
      RUNS,
    );
  });

  it('heal after any number of crashes in the middle of a batch', async () => {
    const crashes = fc.array(fc.nat(120), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(anyFactsCorrected, anySizes, crashes, async (facts, sizes, deaths) => {
        await builtFrom(projection, facts);
        // A guard never goes back: it may stay ahead, where a crash let a document see what came later.
        const uninterrupted = await dump(projection, 'without guards');
        await store.dropEverything();
        for (const writes of deaths) {
          await catchUp(projection, dyingStore(store, writes), facts, sizes).catch(
            (error: unknown) => {
              if (!(error instanceof Died)) throw error;
            },
          );
        }
        await catchUp(projection, store, facts, sizes);
        expect(await dump(projection, 'without guards')).toEqual(uninterrupted);
      }),
      RUNS,
    );
  });

  it('say of a fact that was corrected what they say where it was never recorded', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, fc.nat(), async (facts, choice) => {
        const wrong = facts[choice % facts.length];
        const history = corrected(facts, wrong);
        fc.pre(history !== undefined);
        await builtFrom(projection, history);
        const afterCorrection = await documentsIn(projection, name);
        await builtFrom(
          projection,
          facts.filter((fact) => fact !== wrong),
        );
        expect(afterCorrection).toEqual(await documentsIn(projection, name));
      }),
      { ...RUNS, numRuns: 60 },
    );
  });
});

describe('the findings of any history', () => {
  it('rest on events, and can be told to people in every language', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, async (facts) => {
        await builtFrom(findingsProjection, facts);
        for (const {
          events,
          kind,
          figures,
          lineage,
          organisation,
          rule,
        } of await documentsIn<FindingDocument>(findingsProjection, FINDINGS)) {
          expect(events.length).toBeGreaterThan(0);
          expect(lineage[0]).toBe(organisation);
          expect(rule).toBe(FINDING_RULES[kind]);
          for (const language of ['vi', 'en'] as const) {
            expect(explainFinding({ kind, figures }, language)).not.toMatch(/undefined|NaN|null/);
          }
        }
      }),
      { numRuns: 10 },
    );
  });
});

async function documentsIn<Document>(
  { collections, version }: Projection,
  name: string,
): Promise<readonly Document[]> {
  const spec = collections.find((one) => one.name === name);
  const collection = await store.collection({ name, indexes: [], ...spec, version });
  const found: Document[] = [];
  for await (const { json } of collection.dump()) found.push(JSON.parse(json) as Document);
  return found;
}
