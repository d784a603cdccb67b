import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runs } from '#vocabulary/testing';
import { BuiltAgain, recorded, withSomeCorrected } from '#projection-engine/testing';
import { openMemoryDocumentStore } from '#read-models/memory';
import { openSqliteDocumentStore } from '#read-models/sqlite';
import { anyFact } from '../testing';
import { copiesOf, TIMELINE_COPIES, timelineProjection } from '.';
import type { CopiedEvent } from '.';
import { historyLaws } from './testing';

const folder = mkdtempSync(join(tmpdir(), 'history-'));
afterAll(() => rmSync(folder, { recursive: true }));

historyLaws('memory', openMemoryDocumentStore, { numRuns: runs(80) });
historyLaws('SQLite', () => openSqliteDocumentStore({ path: join(folder, 'views.db') }), {
  numRuns: runs(80),
});

const anyFacts = fc
  .tuple(fc.array(anyFact, { minLength: 1, maxLength: 50 }), fc.array(fc.nat(), { maxLength: 2 }))
  .map(([facts, wrong]) => withSomeCorrected(recorded(...facts), wrong));
const anySizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 });

const { forLogsAfar = timelineProjection } = timelineProjection;

describe.each([
  ['beside the log', timelineProjection],
  ['far from the log', forLogsAfar],
])('the timeline of any history, %s', (_where, projection) => {
  const built = new BuiltAgain(projection);
  afterAll(() => built.close());

  it('is the same wherever batches were cut, and after any number of crashes', async () => {
    const deaths = fc.array(fc.nat(90), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        anyFacts,
        anySizes,
        anySizes,
        deaths,
        async (facts, before, after, writes) => {
          const whole = await built.from(facts, [], 'without guards');
          expect(await built.from(facts, before, 'without guards')).toEqual(whole);
          expect(await built.fromDeaths(facts, writes, { before, after })).toEqual(whole);
        },
      ),
      { numRuns: runs(40) },
    );
  });
});

describe('the copies of a log that is far away', () => {
  const built = new BuiltAgain(forLogsAfar);
  afterAll(() => built.close());

  it('are the events as they were recorded; what is not among them, the log is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, fc.nat(), async (facts, choice) => {
        const recordedFacts = facts.map((fact) => {
          if (fact.type !== 'FactCorrected') return fact;
          const { withdrawn: _, standing: __, ...event } = fact;
          return event;
        });
        const known = choice % (facts.length + 1);
        await built.from(facts.slice(0, known));
        const asked: bigint[] = [];
        const log = copiesOf(await built.collection<CopiedEvent>(TIMELINE_COPIES), {
          readAt: async (positions) => {
            asked.push(...positions);
            return recordedFacts.filter(({ position }) => positions.includes(position));
          },
        });
        const positions = facts.map(({ position }) => position).toReversed();
        expect(await log.readAt(positions)).toEqual(recordedFacts.toReversed());
        expect(asked).toEqual(positions.slice(0, facts.length - known));
      }),
      { numRuns: runs(20) },
    );
  });
});
