import fc from 'fast-check';
import { runs } from '#vocabulary/testing';
import { toPosition } from '#event-log';
import type { LoggedFact, RecordedFact } from '#projection-engine';
import { BuiltAgain, corrected, recorded, withSomeCorrected } from '#projection-engine/testing';
import { SCORECARDS, scorecardsProjection } from '.';
import type { ScorecardDocument } from '.';
import { COUNTS } from './counts/counts.document';
import { FACTS } from './facts/keys';
import { FOUNDATION_LENGTH, anyHistory } from './testing';

const RUNS = { numRuns: runs(15), endOnFailure: true };
const scorecards = new BuiltAgain(scorecardsProjection);

afterAll(() => scorecards.close());

const anyFacts = anyHistory.map((facts) => recorded(...facts));
const choices = fc.array(fc.nat(), { maxLength: 4 });
/** With some facts corrected, each after all the others. */
const anyFactsCorrected: fc.Arbitrary<readonly LoggedFact[]> = fc
  .tuple(anyFacts, choices)
  .map(([facts, wrong]) => withSomeCorrected(facts, wrong));
const anySizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });

describe('the scorecards of any history', () => {
  it('are the same to the byte wherever the batches were cut', async () => {
    await fc.assert(
      fc.asyncProperty(anyFactsCorrected, anySizes, async (facts, sizes) => {
        expect(await scorecards.from(facts, sizes)).toEqual(await scorecards.from(facts));
      }),
      RUNS,
    );
  });

  it('are the same to the byte when they are dropped and built again', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, async (facts) => {
        expect(await scorecards.from(facts, [17])).toEqual(await scorecards.from(facts, [17]));
      }),
      { numRuns: runs(5) },
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
          const uninterrupted = await scorecards.from(facts, [], 'without guards');
          expect(await scorecards.fromDeaths(facts, deaths, { before, after })).toEqual(
            uninterrupted,
          );
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
        await scorecards.from(history);
        const afterCorrection = await verdicts();
        await scorecards.from(facts.filter((fact) => fact !== wrong));
        // That something was recorded for the year is not undone. Only where nobody pledged can that be seen.
        const isPledged = ({ said }: Verdict) => said.outcome !== 'NOT_PLEDGED';
        expect(afterCorrection.filter(isPledged)).toEqual((await verdicts()).filter(isPledged));
      }),
      { ...RUNS, numRuns: runs(60) },
    );
  });

  it('say the same whichever of unrelated facts was recorded first', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, fc.infiniteStream(fc.nat()), async (facts, choices) => {
        await scorecards.from(facts);
        const inOrder = await verdicts();
        await scorecards.from(inAnotherOrder(facts, choices));
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
  const found: Verdict[] = [];
  for (const document of await scorecards.documents<ScorecardDocument>(SCORECARDS)) {
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

it('are written before what they are made of: counts before facts, scorecards before both', () => {
  const names = scorecardsProjection.collections.map(({ name }) => name);
  expect([names.at(0), ...names.slice(-2)]).toEqual([SCORECARDS, COUNTS, FACTS]);
});
