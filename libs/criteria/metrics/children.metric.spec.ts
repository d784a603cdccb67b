import { child, event } from '../testing/given-facts.features';
import { intervalOf, resultOf } from '../testing/interval-of.features';

const children = [
  child('a', { recognised: true, rating: 'GOOD', recognitionEvent: event(4) }),
  child('b', { recognised: false, rating: 'EXCELLENT', recognitionEvent: event(3) }),
  child('c', { rating: 'COMPLETED' }),
  child('d'),
];

describe('children.recognisedShare', () => {
  it('leaves a child open while its recognition is undecided', () => {
    expect(intervalOf('children.recognisedShare', { children })).toBe('1/4 … 3/4');
  });

  it('rests on the decisions', () => {
    expect(resultOf('children.recognisedShare', { children }).evidence).toEqual([
      event(3),
      event(4),
    ]);
  });

  it('does not apply to an organisation without active children', () => {
    expect(intervalOf('children.recognisedShare', {})).toBe('NOT_APPLICABLE');
  });
});

describe('children.ratedAtLeastShare', () => {
  it('counts the level and the better ones', () => {
    expect(intervalOf('children.ratedAtLeastShare', { children }, { level: 'GOOD' })).toBe(
      '2/4 … 3/4',
    );
  });
});
