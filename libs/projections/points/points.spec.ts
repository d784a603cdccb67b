import fc from 'fast-check';
import type { ConditionResult } from '#criteria';
import { differenceOf, meetingScoreGaps, pointsGap, pointsGapOf, sumOf } from '.';

const REF = {
  event: 'e1',
  position: '10',
  type: 'MeetingScoreProposed',
  effectiveAt: '2024-03-05T00:00:00+07:00',
  recordedAt: '2024-03-05T00:00:00.000Z',
} as const;

describe('points', () => {
  it('are added and compared exactly, and written without an exponent', () => {
    expect(sumOf(['0.1', '0.2'])).toBe('0.3');
    expect(sumOf([])).toBe('0');
    expect(differenceOf('12.5', '100.35')).toBe('-87.85');
    expect(differenceOf('0.0000000000000000000000001', '0')).toBe('0.0000000000000000000000001');
  });

  it('differ by nothing from themselves, and by as much the other way round', () => {
    const decimal = fc.tuple(fc.nat(), fc.nat()).map(([whole, part]) => `${whole}.${part}`);
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(differenceOf(a, a)).toBe('0');
        expect(sumOf([differenceOf(a, b), differenceOf(b, a)])).toBe('0');
        expect(differenceOf(sumOf([a, b]), b)).toBe(sumOf([a]));
      }),
    );
  });
});

describe('the gap of a meeting’s score (R-12)', () => {
  it('is told by group, from the last proposal to what was confirmed', () => {
    const proposed = [
      { scores: { ATTENDANCE: '10' }, event: REF },
      { scores: { ATTENDANCE: '20', MINUTES: '15.5' }, event: REF },
    ];
    const confirmed = { scores: { ATTENDANCE: '17.5' }, confirmedBy: 'delegate', event: REF };
    expect(meetingScoreGaps({ proposed, confirmed })).toEqual([
      { group: 'ATTENDANCE', proposed: '20', confirmed: '17.5', gap: '2.5' },
      { group: 'MINUTES', proposed: '15.5', confirmed: '0', gap: '15.5' },
    ]);
    expect(meetingScoreGaps({ proposed })).toEqual([]);
  });
});

describe('the gap between self-assessment and appraisal (R-12)', () => {
  const condition = (points: ConditionResult['points']): ConditionResult => ({
    id: 'n1',
    kind: 'POINTS',
    label: { vi: 'Sáng kiến', en: 'Initiative' },
    status: 'MET',
    evidence: [],
    notes: [],
    ...(points === undefined ? {} : { points }),
  });

  it('is there once both gave points', () => {
    expect(pointsGapOf({ self: '5', appraised: '3.5' })).toEqual({ gap: '1.5' });
    expect(pointsGapOf({ self: '5' })).toEqual({});
  });

  it('is added up over the conditions that have one', () => {
    const conditions = [
      condition({ self: '5', appraised: '3.5', maximum: 5 }),
      condition({ self: '5', appraised: '5.5', maximum: 6 }),
      condition({ self: '5', maximum: 5 }),
      condition(undefined),
    ];
    expect(pointsGap([{ conditions }])).toBe('1');
    expect(pointsGap([{ conditions: conditions.slice(2) }])).toBeUndefined();
  });
});
