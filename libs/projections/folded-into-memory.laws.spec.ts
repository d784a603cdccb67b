import fc from 'fast-check';
import { runs } from '#vocabulary/testing';
import { foldedInto, streamsIn } from '#projection-engine';
import type { LoggedFact, Projection } from '#projection-engine';
import { BuiltAgain, recorded, withSomeCorrected } from '#projection-engine/testing';
import { openMemoryDocumentStore } from '#read-models/memory';
import { PROJECTIONS } from '.';
import { anyHistory } from './scorecards/testing';

/** With some facts corrected. */
const anyFacts: fc.Arbitrary<readonly LoggedFact[]> = fc
  .tuple(anyHistory, fc.array(fc.nat(), { maxLength: 3 }))
  .map(([facts, wrong]) => withSomeCorrected(recorded(...facts), wrong));

/** Of batches, over and over. */
const anySizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 });

/** As a log holds it: a correction says which event it withdraws, and nothing of its stream. */
function asRecorded(fact: LoggedFact): LoggedFact {
  if (fact.type !== 'FactCorrected') return fact;
  const { withdrawn: _, standing: __, ...event } = fact;
  return event as LoggedFact;
}

async function inMemory(projection: Projection, facts: readonly LoggedFact[]): Promise<string[]> {
  const events = facts.map(asRecorded);
  const history = { events, log: streamsIn(events) };
  const models = await foldedInto(openMemoryDocumentStore(), [projection], history);
  const lines: string[] = [];
  for (const { name } of projection.collections) {
    for await (const { id, position, json } of (await models.collection(name)).dump()) {
      lines.push(`${name} ${id} ${position} ${json}`);
    }
  }
  return lines;
}

/** What points into the log is told up to any place as it is. */
const OF_DOCUMENTS = PROJECTIONS.filter(({ collections }) => collections.length > 0);

describe.each(OF_DOCUMENTS.map((projection) => [projection.name, projection] as const))(
  'a history folded into memory by %s',
  (_name, projection) => {
    const built = new BuiltAgain(projection);
    afterAll(() => built.close());

    it('gives to the byte what a store holds, wherever the events were cut into batches', async () => {
      await fc.assert(
        fc.asyncProperty(anyFacts, anySizes, async (facts, sizes) => {
          expect(await inMemory(projection, facts)).toEqual(await built.from(facts, sizes));
        }),
        { numRuns: runs(3), endOnFailure: true },
      );
    });
  },
);
