import { CLOSED, event, tally } from '../testing/given-facts.features';
import { intervalOf, resultOf } from '../testing/interval-of.features';

const subtree = tally({
  grievances: [
    { flags: ['PROLONGED', 'CROWD'], unresolved: 1, opened: 2 },
    { flags: ['CROWD'], unresolved: 2, opened: 0 },
    { flags: ['LEVEL_SKIPPING'], unresolved: 4, opened: 5 },
  ],
  evidence: { 'grievances:unresolved': [event(7), event(3)] },
});

describe('grievances.unresolved', () => {
  it('may still all be resolved while the year is open', () => {
    expect(intervalOf('grievances.unresolved', { subtree }, { flags: ['CROWD'] })).toBe('0 … 3');
  });

  it('is exact once the year is closed', () => {
    const given = { subtree, ...CLOSED };

    expect(intervalOf('grievances.unresolved', given, { flags: ['CROWD'] })).toBe('3');
    expect(intervalOf('grievances.unresolved', given, { flags: ['PROLONGED'] })).toBe('1');
  });

  it('counts a grievance with several of the flags once', () => {
    const flags = ['PROLONGED', 'CROWD', 'LEVEL_SKIPPING'];

    expect(intervalOf('grievances.unresolved', { subtree, ...CLOSED }, { flags })).toBe('7');
  });

  it('says that more grievances are behind the figure than the events listed', () => {
    const result = resultOf('grievances.unresolved', { subtree }, { flags: ['CROWD'] });

    expect(result.evidence).toEqual([event(3), event(7)]);
    expect(result.notes).toEqual(['EVIDENCE_ABRIDGED']);
  });
});

describe('grievances.flagged', () => {
  it('is exact at any time, resolved or not', () => {
    expect(intervalOf('grievances.flagged', { subtree }, { flags: ['CROWD'] })).toBe('2');
  });
});
