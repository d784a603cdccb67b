import fc from 'fast-check';
import { BuiltAgain, withSomeCorrected } from '#projection-engine/testing';
import type { LoggedFact, Projection } from '#projection-engine';
import { PROJECTIONS } from '.';
import { anyFact, asInALog } from './testing';

/** With an event that can be chosen, and some facts corrected, perhaps that one. */
const anyHistory = fc
  .tuple(
    fc.array(anyFact, { minLength: 1, maxLength: 40 }),
    fc.nat(),
    fc.array(fc.nat(), { maxLength: 3 }),
  )
  .map(([given, choice, wrong]) => {
    const facts = asInALog(given);
    const chosen = facts[choice % facts.length];
    if (chosen === undefined) throw new RangeError('There is one at least');
    return { chosen, facts: withSomeCorrected(facts, wrong) };
  });

const anySizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 });

/** Fails wherever it is told the event. */
function failingAt(chosen: LoggedFact, projection: Projection): Projection {
  return {
    ...projection,
    keysOf: (event) => {
      if (event.id === chosen.id) throw new TypeError('It cannot be applied');
      return projection.keysOf(event);
    },
  };
}

/** The history as if the event had never been recorded, nor corrected. */
function without(chosen: LoggedFact, facts: readonly LoggedFact[]): readonly LoggedFact[] {
  return facts
    .filter((fact) => fact.id !== chosen.id)
    .filter((fact) => fact.type !== 'FactCorrected' || fact.data.event !== chosen.id)
    .map((fact) =>
      fact.type === 'FactCorrected'
        ? { ...fact, standing: fact.standing.filter(({ id }) => id !== chosen.id) }
        : fact,
    );
}

describe.each(PROJECTIONS.map((projection) => [projection.name, projection] as const))(
  'the projection %s',
  (_name, projection) => {
    it('without a parked event is what it is over a log without that event', async () => {
      await fc.assert(
        fc.asyncProperty(anyHistory, anySizes, async ({ chosen, facts }, sizes) => {
          const [failing, whole] = [failingAt(chosen, projection), projection];
          const [left, never] = [new BuiltAgain(failing), new BuiltAgain(whole)];
          try {
            expect(await left.withParked(chosen, facts, sizes)).toEqual(
              await never.from(without(chosen, facts), [], 'without guards'),
            );
          } finally {
            await Promise.all([left.close(), never.close()]);
          }
        }),
        { numRuns: 5 },
      );
    });
  },
);
