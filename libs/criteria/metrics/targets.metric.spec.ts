import { event, target } from '../testing/given-facts.features';
import { intervalOf, resultOf } from '../testing/interval-of.features';

describe('targets.metShare', () => {
  it('counts an unconfirmed target as not met at worst and as met at best', () => {
    const targets = [target('a', '10', '10'), target('b', '10', '9'), target('c', '10')];

    expect(intervalOf('targets.metShare', { targets })).toBe('1/3 … 2/3');
  });

  it('takes a ceiling as met at or below what was assigned', () => {
    const targets = [
      target('a', '20', '20', 'AT_MOST'),
      target('b', '20', '20.1', 'AT_MOST'),
      target('c', '20', '0', 'AT_MOST'),
    ];

    expect(intervalOf('targets.metShare', { targets })).toBe('2/3');
  });

  it('compares decimals exactly', () => {
    const targets = [target('a', '0.30000000000000000001', '0.3'), target('b', '0.3', '0.30')];

    expect(intervalOf('targets.metShare', { targets })).toBe('1/2');
  });

  it('stays open when no target was assigned, even in a closed year', () => {
    expect(intervalOf('targets.metShare', { periodClosed: event(9) })).toBe('0 … 1');
    expect(resultOf('targets.metShare', {}).notes).toEqual(['NOTHING_RECORDED']);
  });

  it('names the confirmations, and the assignments that are not confirmed yet', () => {
    const targets = [target('a', '10', '10'), target('c', '10')];

    expect(resultOf('targets.metShare', { targets }).evidence).toEqual([event(10), event(11)]);
  });
});

describe('targets.exceededCount', () => {
  it('counts only what is strictly better than assigned', () => {
    const targets = [
      target('a', '10', '10'),
      target('b', '10', '10.5'),
      target('c', '5', '4', 'AT_MOST'),
      target('d', '5'),
    ];

    expect(intervalOf('targets.exceededCount', { targets })).toBe('2 … 3');
  });

  it('stays between none and one when no target was assigned', () => {
    expect(intervalOf('targets.exceededCount', {})).toBe('0 … 1');
  });
});
