import fc from 'fast-check';
import { runs } from '#vocabulary/testing';
import { CostBudgets } from './cost-budgets';

describe('budgets of cost', () => {
  let time = 0;
  const budgets = (mostKept = 10) =>
    new CostBudgets({ perMinute: 60_000, mostKept, now: () => time });
  beforeEach(() => {
    time = 5_000;
  });

  it('are spent, and told when there is something again', () => {
    const all = budgets();

    expect(all.take('a', 60_000)).toBe(0);
    expect(all.take('a', 100)).toBe(1);
    time += 0.5;
    expect(all.take('a', 100)).toBe(1);
    time += 0.5;
    expect(all.take('a', 1)).toBe(0);
  });

  it('are each spender’s own', () => {
    const all = budgets();
    all.take('a', 60_000);

    expect(all.take('b', 60_000)).toBe(0);
  });

  it('let what costs more than one be had, and be paid off', () => {
    const all = budgets();

    expect(all.take('a', 120_000)).toBe(0);
    expect(all.take('a', 1)).toBe(60_001);
    time += 60_001;
    expect(all.take('a', 1)).toBe(0);
  });

  it('are forgotten when they are whole again, and kept for so many only', () => {
    const all = budgets(3);
    for (const spender of ['a', 'b', 'c', 'd']) all.take(spender, 60_000);

    expect(all.size).toBe(3);
    expect(all.take('d', 1)).toBeGreaterThan(0);
    time += 60_000;
    all.take('e', 1);
    expect(all.size).toBe(1);
  });

  it('never let more be spent than the time gives and one asks for at once, in whatever steps', () => {
    const step = fc.record({ after: fc.nat(90_000), cost: fc.integer({ min: 1, max: 90_000 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        time = 0;
        const all = budgets();
        let spent = 0;
        for (const { after, cost } of steps) {
          time += after;
          if (all.take('a', cost) === 0) spent += cost;
        }
        expect(spent).toBeLessThanOrEqual(60_000 + time + 90_000);
      }),
      { numRuns: runs(200) },
    );
  });
});
