import fc from 'fast-check';
import { runs } from '#vocabulary/testing';
import { EVIDENCE_LIMIT } from '#criteria';
import { BuiltAgain, recorded, withSomeCorrected } from '#projection-engine/testing';
import type { ToRecord } from '#projection-engine/testing';
import { scorecardsProjection } from '..';
import { SCORECARDS } from '../document/keys';
import type { ScorecardDocument } from '../document/scorecard.document';
import { closed, established, frameworkOfEverything, on, pledged, published } from '../testing';
import { EVIDENCE } from './counts.document';
import type { EvidenceDocument } from './counts.document';

const scorecards = new BuiltAgain(scorecardsProjection);

afterAll(() => scorecards.close());

const foundation: readonly ToRecord[] = [
  published(frameworkOfEverything('year-end')),
  established('k1'),
  ...pledged('k1', 2024, 'year-end'),
];

function grievance(number: number, resolved: boolean): readonly ToRecord[] {
  const data = { grievance: `g${number}`, organisation: 'k1' };
  return [
    on('2024-03-01', { type: 'GrievanceOpened', data }),
    on('2024-03-02', { type: 'GrievanceFlagged', data: { ...data, flag: 'CROWD' } }),
    ...(resolved ? [on('2024-04-01', { type: 'GrievanceResolved', data })] : []),
  ];
}

/** More grievances than any list of evidence holds, some resolved, some recorded wrongly. */
const anyLargeYear = fc
  .tuple(
    fc.array(fc.boolean(), { minLength: EVIDENCE_LIMIT + 5, maxLength: 3 * EVIDENCE_LIMIT }),
    fc.array(fc.nat(), { maxLength: 6 }),
  )
  .map(([resolved, wrong]) =>
    withSomeCorrected(
      recorded(...foundation, ...resolved.flatMap((is, number) => grievance(number, is))),
      wrong,
    ),
  );
const anySizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
const RUNS = { numRuns: runs(15), endOnFailure: true };

describe('the scorecard of a year with more facts than its lists hold', () => {
  it('is the same to the byte wherever the batches were cut', async () => {
    await fc.assert(
      fc.asyncProperty(anyLargeYear, anySizes, async (facts, sizes) => {
        expect(await scorecards.from(facts, sizes)).toEqual(await scorecards.from(facts));
      }),
      RUNS,
    );
  });

  it('heals after any number of crashes in the middle of a batch', async () => {
    const crashes = fc.array(fc.nat(200), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        anyLargeYear,
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

  it('counts all of them, lists the earliest and keeps the others one by one', async () => {
    const number = 2 * EVIDENCE_LIMIT;
    const many = Array.from({ length: number }, (_, index) => grievance(index, false)).flat();
    await scorecards.from(recorded(...foundation, ...many, closed('k1', 2024)));
    const [document] = await scorecards.documents<ScorecardDocument>(SCORECARDS);
    const flagged = document?.scorecard.goods
      .flatMap(({ conditions }) => conditions)
      .find(({ id }) => id === 'grievances.flagged');
    expect(flagged?.interval?.low.numerator).toBe(String(number));
    expect(flagged?.evidence).toHaveLength(EVIDENCE_LIMIT);
    expect(flagged?.unlisted).toEqual({
      count: number - EVIDENCE_LIMIT,
      kinds: ['grievances:opened'],
    });
    const beyond = await scorecards.documents<EvidenceDocument>(EVIDENCE);
    expect(beyond.filter(({ kind }) => kind === 'grievances:opened')).toHaveLength(
      number - EVIDENCE_LIMIT,
    );
  });
});
