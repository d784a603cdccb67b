import { framework, label, profile } from '../testing/given-facts.features';
import { unfilledConditions } from './unfilled-conditions';

describe('The unfilled conditions of a framework', () => {
  it('are named once each', () => {
    const conditions = [
      { id: 'local', kind: 'UNFILLED', label: label('Local') },
      { id: 'study', kind: 'APPRAISED', label: label('Study') },
    ] as const;
    const goods = [{ code: 'A', label: label('A'), conditions }];
    const appliesTo = { kinds: ['GRASSROOTS_COMMITTEE'], types: ['*'] } as const;
    const profiles = [profile({ goods }), profile({ goods, appliesTo })];

    expect(unfilledConditions(framework({ profiles }))).toEqual(['local']);
    expect(unfilledConditions(framework())).toEqual([]);
  });
});
