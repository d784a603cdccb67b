import { CLOSED, event } from '../testing/given-facts.features';
import { intervalOf } from '../testing/interval-of.features';

describe('inspectionPlan.doneShare', () => {
  const inspectionPlan = {
    adopted: event(2),
    items: [{ code: 'a', done: event(3) }, { code: 'b' }, { code: 'c' }],
  };

  it('takes what is not done as still to be done', () => {
    expect(intervalOf('inspectionPlan.doneShare', { inspectionPlan })).toBe('1/3 … 3/3');
    expect(intervalOf('inspectionPlan.doneShare', { inspectionPlan, ...CLOSED })).toBe('1/3 … 3/3');
  });

  it('is open without a plan, and nothing once the year is closed', () => {
    expect(intervalOf('inspectionPlan.doneShare', {})).toBe('0 … 1');
    expect(intervalOf('inspectionPlan.doneShare', CLOSED)).toBe('0');
  });
});
