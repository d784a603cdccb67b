import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { toPosition } from '#event-log';
import type { DocumentStore } from '#read-models';
import { openSqliteDocumentStore } from '#read-models/sqlite';
import { DocumentCache, ProjectionRun } from '../engine';
import type { LoggedFact, RecordedFact } from '../runner';
import { corrected, Died, dyingStore, recorded } from '../testing';
import { SCORECARDS, scorecardsProjection } from '.';
import type { ScorecardDocument } from '.';
import { FACTS } from './keys';
import { FOUNDATION_LENGTH, anyHistory } from './testing';

/** So few that documents come and go. */
const CACHED_CHARACTERS = 100_000;
const RUNS = { numRuns: 15, endOnFailure: true };
const { version } = scorecardsProjection;
const folder = mkdtempSync(join(tmpdir(), 'scorecards-laws-'));
let store: DocumentStore;

beforeAll(() => {
  store = openSqliteDocumentStore({ path: join(folder, 'views.db') });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

async function runOn(target: DocumentStore): Promise<ProjectionRun> {
  const request = { projection: `scorecards@${version}`, holder: 'spec', ttlMs: 1000, now: 0 };
  const owner = await target.lease.acquire(request);
  if (owner === undefined) throw new Error('There is only one holder');
  return ProjectionRun.open(
    scorecardsProjection,
    target,
    owner,
    new DocumentCache(CACHED_CHARACTERS),
  );
}

/** Applies what is behind the checkpoint, in batches of these sizes over and over. */
async function catchUp(
  target: DocumentStore,
  facts: readonly LoggedFact[],
  sizes: readonly number[],
): Promise<void> {
  const run = await runOn(target);
  let next = facts.findIndex(({ position }) => position > run.position);
  for (let batch = 0; next !== -1 && next < facts.length; batch += 1) {
    const size = sizes[batch % sizes.length] ?? facts.length;
    await run.apply(facts.slice(next, next + size));
    next += size;
  }
}

/** Every document to the byte; by default also the position that guards it. */
async function dump(
  guards: 'with guards' | 'without guards' = 'with guards',
): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const spec of scorecardsProjection.collections) {
    const collection = await store.collection({ ...spec, version });
    for await (const { id, position, json } of collection.dump()) {
      const guard = guards === 'with guards' ? position : '';
      lines.push(`${spec.name} ${id} ${guard} ${json}`);
    }
  }
  return lines;
}

async function builtFrom(
  facts: readonly LoggedFact[],
  sizes: readonly number[] = [],
): Promise<readonly string[]> {
  await store.dropEverything();
  await catchUp(store, facts, sizes);
  return dump();
}

const anyFacts = anyHistory.map((facts) => recorded(...facts));
const choices = fc.array(fc.nat(), { maxLength: 4 });
/** With some facts corrected, each after all the others. */
const anyFactsCorrected: fc.Arbitrary<readonly LoggedFact[]> = fc
  .tuple(anyFacts, choices)
  .map(([facts, wrong]) =>
    wrong.reduce<readonly LoggedFact[]>(
      (before, choice) => corrected(before, before[choice % before.length]) ?? before,
      facts,
    ),
  );
const anySizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });

describe('the scorecards of any history', () => {
  it('are the same to the byte wherever the batches were cut', async () => {
    await fc.assert(
      fc.asyncProperty(anyFactsCorrected, anySizes, async (facts, sizes) => {
        expect(await builtFrom(facts, sizes)).toEqual(await builtFrom(facts));
      }),
      RUNS,
    );
  });

  it('are the same to the byte when they are dropped and built again', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, async (facts) => {
        expect(await builtFrom(facts, [17])).toEqual(await builtFrom(facts, [17]));
      }),
      { numRuns: 5 },
    );
  });

  it('heal after any number of crashes in the middle of a batch', async () => {
    const crashes = fc.array(fc.nat(120), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        anyFactsCorrected,
        anySizes,
        anySizes,
        crashes,
        async (facts, before, after, deaths) => {
          await builtFrom(facts);
          // A guard never goes back: it may stay ahead, where a crash let a document see what came later.
          const uninterrupted = await dump('without guards');
          await store.dropEverything();
          for (const writes of deaths) {
            await catchUp(dyingStore(store, writes), facts, before).catch((error: unknown) => {
              if (!(error instanceof Died)) throw error;
            });
          }
          await catchUp(store, facts, after);
          expect(await dump('without guards')).toEqual(uninterrupted);
        },
      ),
      RUNS,
    );
  });

  it('say of a fact that was corrected what they say where it was never recorded', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, fc.nat(), async (facts, choice) => {
        const wrong = facts[FOUNDATION_LENGTH + (choice % (facts.length - FOUNDATION_LENGTH))];
        const history = corrected(facts, wrong);
        fc.pre(history !== undefined);
        await builtFrom(history);
        const afterCorrection = await verdicts();
        await builtFrom(facts.filter((fact) => fact !== wrong));
        // That something was recorded for the year is not undone. Only where nobody pledged can that be seen.
        const isPledged = ({ said }: Verdict) => said.outcome !== 'NOT_PLEDGED';
        expect(afterCorrection.filter(isPledged)).toEqual((await verdicts()).filter(isPledged));
      }),
      { ...RUNS, numRuns: 60 },
    );
  });

  it('say the same whichever of unrelated facts was recorded first', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, fc.infiniteStream(fc.nat()), async (facts, choices) => {
        await builtFrom(facts);
        const inOrder = await verdicts();
        await builtFrom(inAnotherOrder(facts, choices));
        expect(await verdicts()).toEqual(inOrder);
      }),
      RUNS,
    );
  });
});

interface Verdict extends Pick<ScorecardDocument, 'organisation' | 'year'> {
  readonly said: Pick<ScorecardDocument, 'outcome'>;
}

/** What a scorecard says, without the events it rests on. */
async function verdicts(): Promise<readonly Verdict[]> {
  const spec = scorecardsProjection.collections.find(({ name }) => name === SCORECARDS);
  const collection = await store.collection({ name: SCORECARDS, indexes: [], ...spec, version });
  const found: Verdict[] = [];
  for await (const { json } of collection.dump()) {
    const document = JSON.parse(json) as ScorecardDocument;
    const { organisation, year, lineage, outcome, failedRules, recognition, scorecard } = document;
    const { members, goods, children, points } = scorecard;
    const said = {
      lineage,
      outcome,
      failedRules,
      children,
      points,
      recognition: recognition?.state,
      members: {
        ...members,
        leftOut: members.leftOut.map(({ member, reason }) => ({ member, reason })),
      },
      conditions: goods.flatMap(({ conditions }) =>
        conditions.map(({ id, status, interval }) => ({ id, status, interval })),
      ),
    };
    found.push({ organisation, year, said });
  }
  return found;
}

/** The foundation as it is, then the streams' facts, each stream in its own order. */
function inAnotherOrder(
  facts: readonly RecordedFact[],
  choices: Iterator<number>,
): readonly RecordedFact[] {
  const streams = new Map<string, RecordedFact[]>();
  for (const fact of facts.slice(FOUNDATION_LENGTH)) {
    streams.set(fact.stream, [...(streams.get(fact.stream) ?? []), fact]);
  }
  const left = [...streams.values()];
  const order = facts.slice(0, FOUNDATION_LENGTH);
  while (left.length > 0) {
    const index = Number(choices.next().value) % left.length;
    const next = left[index]?.shift();
    if (next === undefined) left.splice(index, 1);
    else order.push(next);
  }
  return order.map((fact, index) => ({ ...fact, position: toPosition(BigInt(index + 1) * 10n) }));
}

it('builds on collections of their own', () => {
  expect(scorecardsProjection.collections.map(({ name }) => name)).toEqual([SCORECARDS, FACTS]);
});
