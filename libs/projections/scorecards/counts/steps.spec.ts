import fc from 'fast-check';
import { NO_STEPS, countersOn, isWithin, sumOfSteps, within } from './steps';
import type { Counters } from './count';
import type { Steps, Stretch } from './steps';

const anyDate = fc
  .integer({ min: Date.parse('2024-01-01'), max: Date.parse('2024-12-31') })
  .map((time) => new Date(time).toISOString().slice(0, 10));
const anyCounters: fc.Arbitrary<Counters> = fc.dictionary(
  fc.constantFrom('rateable', 'pledged', 'rated:GOOD'),
  fc.integer({ min: -3, max: 3 }),
);
const anySteps: fc.Arbitrary<Steps> = fc
  .dictionary(anyDate, anyCounters, { maxKeys: 6 })
  .map((steps) => sumOfSteps([steps]));
/** Stretches that do not overlap, as those of one parent do not. */
const anyStretches: fc.Arbitrary<readonly Stretch[]> = fc
  .uniqueArray(anyDate, { maxLength: 6 })
  .map((dates) =>
    dates.sort().flatMap((from, index): Stretch[] => {
      const to = dates[index + 1];
      if (index % 2 === 1) return [];
      return [to === undefined ? { from } : { from, to }];
    }),
  );

describe('counts by census date', () => {
  it('add up in any order and grouping, to the byte', () => {
    fc.assert(
      fc.property(anySteps, anySteps, anySteps, (a, b, c) => {
        const sum = JSON.stringify(sumOfSteps([a, b, c]));
        expect(JSON.stringify(sumOfSteps([c, a, b]))).toBe(sum);
        expect(JSON.stringify(sumOfSteps([a, sumOfSteps([b, c])]))).toBe(sum);
        expect(JSON.stringify(sumOfSteps([sumOfSteps([a, b]), c, NO_STEPS]))).toBe(sum);
      }),
    );
  });

  it('hold on each date what each of the summands holds', () => {
    fc.assert(
      fc.property(anySteps, anySteps, anyDate, (a, b, date) => {
        const [ofA, ofB] = [countersOn(a, date), countersOn(b, date)];
        const added = sumOfSteps([{ '2024-01-01': ofA }, { '2024-01-01': ofB }]);
        expect(countersOn(sumOfSteps([a, b]), date)).toEqual(countersOn(added, '2024-01-01'));
      }),
    );
  });

  it('are the same within the stretches and nothing outside them', () => {
    fc.assert(
      fc.property(anySteps, anyStretches, anyDate, (steps, stretches, date) => {
        const expected = isWithin(stretches, date) ? countersOn(steps, date) : {};
        expect(countersOn(within(steps, stretches), date)).toEqual(expected);
      }),
    );
  });

  it('are restricted summand by summand', () => {
    fc.assert(
      fc.property(anySteps, anySteps, anyStretches, (a, b, stretches) => {
        const apart = sumOfSteps([within(a, stretches), within(b, stretches)]);
        expect(within(sumOfSteps([a, b]), stretches)).toEqual(apart);
      }),
    );
  });

  it('leave out what cancels, so that nothing is counted is nothing written', () => {
    const one = { '2024-03-01': { rateable: 1 } };
    expect(sumOfSteps([one, { '2024-03-01': { rateable: -1 } }])).toEqual(NO_STEPS);
    expect(
      JSON.stringify(sumOfSteps([{ '2024-05-01': { b: 1, a: 1 }, '2024-02-01': { a: 1 } }])),
    ).toBe('{"2024-02-01":{"a":1},"2024-05-01":{"a":1,"b":1}}');
  });

  it('keep a stretch that begins on the day another ends', () => {
    const steps = { '2024-01-01': { rateable: 4 } };
    const halves = [{ from: '2024-01-01', to: '2024-07-01' }, { from: '2024-07-01' }];
    expect(within(steps, halves)).toEqual(steps);
    expect(countersOn(within(steps, halves.slice(0, 1)), '2024-07-01')).toEqual({});
    expect(countersOn(within(steps, halves.slice(0, 1)), '2024-06-30')).toEqual({ rateable: 4 });
  });
});
