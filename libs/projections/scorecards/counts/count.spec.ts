import fc from 'fast-check';
import { GRIEVANCE_FLAGS, MEETING_LEVELS, RATING_LEVELS, SIGNAL_SOURCES } from '#vocabulary';
import { countOf, countsIn, keyOf } from './count';
import type { Count } from './count';

const anyCount: fc.Arbitrary<Count> = fc.oneof(
  fc.constantFrom<Count>({ name: 'present' }, { name: 'rateable' }, { name: 'attended' }),
  fc.constantFrom(...RATING_LEVELS).map((level): Count => ({ name: 'rated', level })),
  fc.constantFrom(...MEETING_LEVELS).map((level): Count => ({ name: 'level', level })),
  fc.subarray([...GRIEVANCE_FLAGS]).map((flags): Count => ({ name: 'unresolved', flags })),
  fc
    .constantFrom(...SIGNAL_SOURCES)
    .map((source): Count => ({ name: 'detected', standing: 'open', source })),
  fc.integer({ min: 1, max: 12 }).map((month): Count => ({ name: 'validRegular', month })),
);

describe('a count', () => {
  it('is found again by its key', () => {
    fc.assert(fc.property(anyCount, (count) => expect(countOf(keyOf(count))).toEqual(count)));
  });

  it('has one key, in whatever order its words are given', () => {
    expect(keyOf({ name: 'opened', flags: ['CROWD', 'PROLONGED'] })).toBe(
      keyOf({ name: 'opened', flags: ['PROLONGED', 'CROWD'] }),
    );
  });

  it('is read by its name', () => {
    const counters = { 'rated:GOOD': 2, rateable: 3, 'rated:FAILED': 1 };
    expect(countsIn(counters, 'rated')).toEqual([
      { count: { name: 'rated', level: 'FAILED' }, n: 1 },
      { count: { name: 'rated', level: 'GOOD' }, n: 2 },
    ]);
  });
});
