import fc from 'fast-check';
import { explain } from '../explanation/explain';
import { parseFramework } from '../framework/parse-framework';
import { frameworkOfAll } from '../testing/framework-of-all.features';
import { openYear, settle, step } from '../testing/settling.features';
import { evaluateGiven as evaluate } from '../testing/tallied.features';
import type { GivenYear } from '../testing/tallied.features';
import { fractionOf } from './figure';
import type { ConditionResult, Interval, Scorecard } from './scorecard';

const steps = fc.array(step, { maxLength: 120 });

function conditionsOf({ goods }: Scorecard): readonly ConditionResult[] {
  return goods.flatMap(({ conditions }) => conditions);
}

function isWithin(inner: Interval, outer: Interval): boolean {
  return (
    fractionOf(inner.low).gte(fractionOf(outer.low)) &&
    fractionOf(inner.high).lte(fractionOf(outer.high))
  );
}

/** Every list in the facts, the other way round. */
function reversed(given: GivenYear): GivenYear {
  const turn = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turn).toReversed();
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, inner]) => [key, turn(inner)] as const)
        .toReversed(),
    );
  };
  return turn(given) as GivenYear;
}

describe('Settling what was open', () => {
  it('never widens an interval, and never turns a decided condition or outcome', () => {
    fc.assert(
      fc.property(frameworkOfAll, openYear, steps, (framework, open, settling) => {
        let given = open;
        let before = evaluate(framework, given);
        for (const next of settling) {
          given = settle(given, next);
          const after = evaluate(framework, given);
          const earlier = new Map(conditionsOf(before).map((result) => [result.id, result]));
          for (const { id, interval, status } of conditionsOf(after)) {
            const was = earlier.get(id);
            const outer = was?.interval;
            const widened = interval && outer ? !isWithin(interval, outer) : interval !== outer;
            const turned = was?.status !== 'PENDING' && was?.status !== status;
            expect({ step: next, id, widened, turned }).toEqual({
              step: next,
              id,
              widened: false,
              turned: false,
            });
          }
          expect(['PENDING', after.outcome]).toContain(before.outcome);
          before = after;
        }
      }),
    );
  });
});

describe('An evaluation', () => {
  const settled = fc
    .tuple(openYear, steps)
    .map(([open, settling]) => settling.reduce(settle, open));

  it('is the same whatever the order of the lists in the facts', () => {
    fc.assert(
      fc.property(frameworkOfAll, settled, (framework, given) => {
        expect(evaluate(framework, reversed(given))).toEqual(evaluate(framework, given));
      }),
    );
  });

  it('gives intervals whose ends are in order', () => {
    fc.assert(
      fc.property(frameworkOfAll, settled, (framework, given) => {
        const crossed = conditionsOf(evaluate(framework, given)).filter(
          ({ interval }) =>
            interval !== undefined && fractionOf(interval.low).gt(fractionOf(interval.high)),
        );

        expect(crossed).toEqual([]);
      }),
    );
  });

  it('can always be explained, in words only', () => {
    fc.assert(
      fc.property(frameworkOfAll, settled, (framework, given) => {
        for (const condition of conditionsOf(evaluate(framework, given))) {
          for (const language of ['vi', 'en'] as const) {
            const text = explain(condition, language, { year: given.year });
            expect(text).not.toMatch(/undefined|null|NaN|\[object|\?/);
            expect(text.endsWith('.')).toBe(true);
          }
        }
      }),
    );
  });

  it('is of frameworks that pass their own validation', () => {
    fc.assert(
      fc.property(frameworkOfAll, (framework) => {
        expect(parseFramework(framework)).toEqual({ ok: true, framework });
      }),
    );
  });
});
