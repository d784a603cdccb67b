import fc from 'fast-check';
import { runs } from '#vocabulary/testing';
import { BuiltAgain, corrected, withSomeCorrected } from '#projection-engine/testing';
import { anyFact, asInALog } from './testing';
import { FINDING_RULES, FINDINGS, explainFinding, findingsProjection } from './findings';
import type { FindingDocument } from './findings';
import { STREAKS, streaksProjection } from './streaks';

const RUNS = { numRuns: runs(25), endOnFailure: true };

/** A framework is published before anything is judged by it. */
const anyFacts = fc
  .array(anyFact, { minLength: 20, maxLength: 150 })
  .map((facts) => facts.toSorted((a, b) => Number(isPublication(b)) - Number(isPublication(a))))
  .map(asInALog);

function isPublication({ type }: { readonly type: string }): boolean {
  return type === 'FrameworkPublished';
}

/** With some facts corrected, each after all the others. */
const anyFactsCorrected = fc
  .tuple(anyFacts, fc.array(fc.nat(), { maxLength: 4 }))
  .map(([facts, wrong]) => withSomeCorrected(facts, wrong));
const anySizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });

describe.each([
  [FINDINGS, findingsProjection],
  [STREAKS, streaksProjection],
])('the %s of any history', (name, projection) => {
  const built = new BuiltAgain(projection);
  afterAll(() => built.close());

  it('are the same to the byte wherever the batches were cut', async () => {
    await fc.assert(
      fc.asyncProperty(anyFactsCorrected, anySizes, async (facts, sizes) => {
        expect(await built.from(facts, sizes)).toEqual(await built.from(facts));
      }),
      RUNS,
    );
  });

  it('heal after any number of crashes in the middle of a batch', async () => {
    const crashes = fc.array(fc.nat(120), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(anyFactsCorrected, anySizes, crashes, async (facts, sizes, deaths) => {
        const uninterrupted = await built.from(facts, [], 'without guards');
        const sizesOf = { before: sizes, after: sizes };
        expect(await built.fromDeaths(facts, deaths, sizesOf)).toEqual(uninterrupted);
      }),
      RUNS,
    );
  });

  it('say of a fact that was corrected what they say where it was never recorded, but for what is kept', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, fc.nat(), async (facts, choice) => {
        const wrong = facts[choice % facts.length];
        const history = corrected(facts, wrong);
        fc.pre(history !== undefined);
        await built.from(history);
        const afterCorrection = await built.documents<object>(name);
        await built.from(facts.filter((fact) => fact !== wrong));
        const neverRecorded = await built.documents<object>(name);
        expect(asFound(afterCorrection)).toEqual(asFound(neverRecorded));
      }),
      { ...RUNS, numRuns: runs(60) },
    );
  });
});

/** A finding does not go with what it rested on: it is kept, and one that is found again remembers that it was. */
function asFound(documents: readonly object[]): readonly object[] {
  return documents
    .filter((document) => !('kept' in document))
    .map((document) => ({ ...document, earlier: undefined }));
}

describe('the findings of any history', () => {
  const findings = new BuiltAgain(findingsProjection);
  afterAll(() => findings.close());

  it('rest on events, and can be told to people in every language', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, async (facts) => {
        await findings.from(facts);
        for (const { events, kind, figures, rule } of await findings.documents<FindingDocument>(
          FINDINGS,
        )) {
          expect(events.length).toBeGreaterThan(0);
          expect(rule).toBe(FINDING_RULES[kind]);
          for (const language of ['vi', 'en'] as const) {
            expect(explainFinding({ kind, figures }, language)).not.toMatch(/undefined|NaN|null/);
          }
        }
      }),
      { numRuns: runs(10) },
    );
  });
});
