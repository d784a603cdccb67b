import { CLOSED, event, members, tally } from '../testing/given-facts.features';
import { intervalOf, resultOf } from '../testing/interval-of.features';

const subtree = tally({
  members: members(30, { EXCELLENT: 4, GOOD: 22, COMPLETED: 1, FAILED: 1 }, 12),
  evidence: { 'rated:FAILED': [event(8)], 'rated:COMPLETED': [event(2)] },
});

describe('members.ratedAtLeastShare', () => {
  it('counts members not yet rated as anything', () => {
    const level = 'GOOD';

    expect(intervalOf('members.ratedAtLeastShare', { subtree }, { level })).toBe('26/30 … 28/30');
  });

  it('keeps them open in a closed year, for ratings follow it', () => {
    const given = { subtree, ...CLOSED };

    expect(intervalOf('members.ratedAtLeastShare', given, { level: 'EXCELLENT' })).toBe(
      '4/30 … 6/30',
    );
  });

  it('does not apply where no member is rateable', () => {
    expect(intervalOf('members.ratedAtLeastShare', {}, { level: 'GOOD' })).toBe('NOT_APPLICABLE');
  });
});

describe('members.ratedCount', () => {
  it('counts exactly the level', () => {
    expect(intervalOf('members.ratedCount', { subtree }, { level: 'FAILED' })).toBe('1 … 3');
  });

  it('rests on the ratings of that level', () => {
    const { evidence, notes } = resultOf('members.ratedCount', { subtree }, { level: 'FAILED' });

    expect(evidence).toEqual([event(8)]);
    expect(notes).toEqual([]);
  });
});

describe('members.pledgedShare', () => {
  it('may still reach all while the year is open', () => {
    expect(intervalOf('members.pledgedShare', { subtree })).toBe('12/30 … 30/30');
  });

  it('is exact once the year is closed', () => {
    expect(intervalOf('members.pledgedShare', { subtree, ...CLOSED })).toBe('12/30');
  });
});
