import fc from 'fast-check';
import { runs } from '#vocabulary/testing';
import { foldedInto, streamsIn } from '#projection-engine';
import type { LoggedFact, Projection } from '#projection-engine';
import { BuiltAgain, recorded, withSomeCorrected } from '#projection-engine/testing';
import { openMemoryDocumentStore } from '#read-models/memory';
import { organisationsProjection, ORGANISATIONS } from '../organisations';
import type { OrganisationDocument } from '../organisations';
import { SCORECARDS, scorecardsProjection } from '../scorecards';
import type { ScorecardDocument } from '../scorecards';
import { anyHistory, FOUNDATION_LENGTH } from '../scorecards/testing';
import type { Timeline } from '../timeline';
import { inTimeline } from '../timeline/testing';
import { historyOf } from '.';

const YEARS = [2023, 2024, 2025, 2026];

/** With late facts, transfers, moves, mergers, and some facts corrected. */
const anyFacts: fc.Arbitrary<readonly LoggedFact[]> = fc
  .tuple(anyHistory, fc.array(fc.nat(), { maxLength: 3 }))
  .map(([facts, wrong]) => withSomeCorrected(recorded(...facts), wrong));
const anyOrganisation = fc.constantFrom('S', 'C1', 'C2', 'B', 'K1', 'K2', 'K3', 'K4', 'K5');
const anyPlace = fc.nat();

const built = {
  scorecards: new BuiltAgain(scorecardsProjection),
  tree: new BuiltAgain(organisationsProjection),
};
afterAll(() => Promise.all(Object.values(built).map((one) => one.close())));

/** What the read models say of some organisations, folded from their own history as the timeline finds it. */
async function toldAsOf<D extends { readonly organisation: string }>(
  timeline: Timeline,
  {
    projection,
    collection: name,
  }: { readonly projection: Projection; readonly collection: string },
  { organisation, through }: { readonly organisation: string; readonly through: bigint },
  facts: readonly LoggedFact[],
) {
  const known = { organisations: [organisation], years: YEARS };
  const history = await historyOf(timeline, known, { through, limit: 10_000 });
  const models = await foldedInto(openMemoryDocumentStore(), [projection], {
    events: history.events,
    log: streamsIn(facts),
  });
  const documents: D[] = [];
  for await (const { json } of (await models.collection<D>(name)).dump()) {
    documents.push(JSON.parse(json) as D);
  }
  return {
    history,
    documents: documents.filter((one) => history.isWhole(one.organisation)),
  };
}

describe('as of any position of any history', () => {
  it('the scorecards of an organisation and all below it are those that were held then', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, anyOrganisation, anyPlace, async (facts, organisation, place) => {
        await inTimeline(facts, async (timeline) => {
          const by = facts[FOUNDATION_LENGTH + (place % (facts.length - FOUNDATION_LENGTH))];
          const through = by?.position ?? 0n;
          const { documents, history } = await toldAsOf<ScorecardDocument>(
            timeline,
            { projection: scorecardsProjection, collection: SCORECARDS },
            { organisation, through },
            facts,
          );
          await built.scorecards.from(
            facts.filter(({ position }) => position <= through),
            [19],
          );
          const held = await built.scorecards.documents<ScorecardDocument>(SCORECARDS);
          expect(documents).toEqual(held.filter((one) => history.isWhole(one.organisation)));
        });
      }),
      { numRuns: runs(12), endOnFailure: true },
    );
  });

  it('the tree below an organisation is that which was known then', async () => {
    await fc.assert(
      fc.asyncProperty(anyFacts, anyOrganisation, anyPlace, async (facts, organisation, place) => {
        await inTimeline(facts, async (timeline) => {
          const through = facts[place % facts.length]?.position ?? 0n;
          const { documents, history } = await toldAsOf<OrganisationDocument>(
            timeline,
            { projection: organisationsProjection, collection: ORGANISATIONS },
            { organisation, through },
            facts,
          );
          await built.tree.from(facts.filter(({ position }) => position <= through));
          const held = await built.tree.documents<OrganisationDocument>(ORGANISATIONS);
          expect(documents).toEqual(held.filter((one) => history.isWhole(one.organisation)));
        });
      }),
      { numRuns: runs(5), endOnFailure: true },
    );
  });
});
