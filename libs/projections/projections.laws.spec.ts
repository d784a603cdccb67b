import fc from 'fast-check';
import { EVENT_TYPES } from '#domain';
import { PROJECTIONS } from '.';
import {
  fold,
  project,
  recorded,
  throughJson,
  withSomeCorrected,
} from '#projection-engine/testing';
import { keysTouched } from '#projection-engine';
import type { LoggedFact, Projection } from '#projection-engine';
import { anyFact, anyFactOf } from './testing';

const anyFacts = fc.array(anyFact, { maxLength: 60 }).map((facts) => recorded(...facts));
/** With some facts corrected, where the domain lets them. */
const anyHistory: fc.Arbitrary<readonly LoggedFact[]> = fc
  .tuple(anyFacts, fc.array(fc.nat(), { maxLength: 3 }))
  .map(([facts, wrong]) => withSomeCorrected(facts, wrong));

describe.each(PROJECTIONS.map((projection) => [projection.name, projection] as const))(
  'the projection %s',
  (_name, projection: Projection) => {
    it('takes any event of the catalogue as the first one', () => {
      for (const type of EVENT_TYPES) {
        fc.assert(
          fc.property(anyFactOf(type), (fact) => {
            fold(projection, [recorded(fact)]);
          }),
          { numRuns: 10 },
        );
      }
    });

    it('takes events in any order, changes none of its inputs, and gives nothing but JSON', () => {
      fc.assert(
        fc.property(anyHistory, (events) => {
          for (const event of events) fold(projection, [[event]]);
          const documents = fold(projection, events.length === 0 ? [] : [events]);
          for (const { body } of documents.values()) {
            expect(throughJson(body)).toEqual(body);
          }
        }),
        { numRuns: 30 },
      );
    });

    it('gives the same documents wherever the events are cut into batches', () => {
      fc.assert(
        fc.property(anyHistory, fc.array(fc.nat(60), { maxLength: 5 }), (events, cuts) => {
          const whole = fold(projection, [events]);
          const inPieces = fold(projection, cutAt(events, cuts));
          expect([...inPieces]).toEqual([...whole]);
        }),
        { numRuns: 30 },
      );
    });

    it('gives documents that a store takes, with their indexes', async () => {
      await fc.assert(
        fc.asyncProperty(anyHistory, async (events) => {
          const projected = await project(projection, events);
          await projected.close();
        }),
        { numRuns: 3 },
      );
    });

    it('names only collections that it declares', () => {
      const declared = projection.collections.map(({ name }) => name);
      fc.assert(
        fc.property(anyHistory, (events) => {
          const named = events.flatMap((event) => keysTouched(projection, event));
          expect(declared).toEqual(
            expect.arrayContaining([...new Set(named.map(({ collection }) => collection))]),
          );
        }),
        { numRuns: 10 },
      );
    });
  },
);

function cutAt<Item>(items: readonly Item[], cuts: readonly number[]): readonly Item[][] {
  const places = [0, ...cuts, items.length].sort((a, b) => a - b);
  return places.slice(1).map((end, index) => items.slice(places[index], end));
}
