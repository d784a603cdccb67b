import { event } from '../testing/given-facts.features';
import { intervalOf } from '../testing/interval-of.features';

describe('points.appraised', () => {
  const pointConditions = [
    { id: 'initiative', maxPoints: 5 },
    { id: 'constructor', maxPoints: 2.5 },
  ];

  it('takes what is not appraised between nothing and its maximum', () => {
    const appraisals = { initiative: { points: '3.25', event: event(3) } };

    expect(intervalOf('points.appraised', { appraisals }, {}, { pointConditions })).toBe(
      '3.25 … 5.75',
    );
  });

  it('adds decimals exactly', () => {
    const appraisals = {
      initiative: { points: '0.1', event: event(3) },
      constructor: { points: '0.2', event: event(4) },
    };

    expect(intervalOf('points.appraised', { appraisals }, {}, { pointConditions })).toBe('0.3');
  });
});
