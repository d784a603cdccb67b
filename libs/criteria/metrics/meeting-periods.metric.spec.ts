import { CLOSED, SCALE, event, meeting } from '../testing/given-facts.features';
import { intervalOf, resultOf } from '../testing/interval-of.features';

describe('meetings.regularMonths', () => {
  it('is the months held, and at best all that were not missed', () => {
    const given = {
      meetings: [meeting('2024-01-05'), meeting('2024-01-25'), meeting('2024-02-05')],
      missedMonths: [{ month: 3, event: event(31) }],
    };

    expect(intervalOf('meetings.regularMonths', given)).toBe('2 … 11');
    expect(intervalOf('meetings.regularMonths', { ...given, ...CLOSED })).toBe('2');
  });

  it('takes a month that was recorded as missed and then held after all as held', () => {
    const given = {
      meetings: [meeting('2024-03-05')],
      missedMonths: [{ month: 3, event: event(31) }],
    };

    expect(intervalOf('meetings.regularMonths', given)).toBe('1 … 12');
  });

  it('counts a combined meeting, and no thematic or model one', () => {
    const meetings = [
      meeting('2024-01-05', 'COMBINED'),
      meeting('2024-02-05', 'THEMATIC'),
      meeting('2024-03-05', 'MODEL'),
    ];

    expect(intervalOf('meetings.regularMonths', { meetings, ...CLOSED })).toBe('1');
  });

  it('goes by the date in Vietnam', () => {
    const meetings = [
      meeting('2024-01-05', 'REGULAR', {
        startsAt: '2023-12-31T18:00:00Z',
        endsAt: '2023-12-31T20:00:00Z',
        documents: { postedAt: '2023-12-31T16:59:59Z', event: event(1) },
      }),
    ];

    expect(intervalOf('meetings.regularMonths', { meetings, ...CLOSED })).toBe('1');
    expect(intervalOf('meetings.regularMonths', { meetings, ...CLOSED, year: 2023 })).toBe('0');
  });

  it.each([
    ['shorter than its minimum', { endsAt: '2024-01-05T20:29:59+07:00' }],
    [
      'with documents posted on the day itself',
      { documents: { postedAt: '2024-01-05T00:00:00+07:00', event: event(1) } },
    ],
  ])('leaves out a meeting %s', (_why, overrides) => {
    const meetings = [meeting('2024-01-05', 'REGULAR', overrides)];

    expect(intervalOf('meetings.regularMonths', { meetings, ...CLOSED })).toBe('0');
    expect(intervalOf('meetings.regularMonths', { meetings })).toBe('0 … 12');
  });

  it('leaves out a meeting whose documents were never posted', () => {
    const { documents: _none, ...held } = meeting('2024-01-05');

    expect(intervalOf('meetings.regularMonths', { meetings: [held], ...CLOSED })).toBe('0');
  });

  it('asks a combined meeting for its own length', () => {
    const at = (endsAt: string) => ({
      meetings: [meeting('2024-01-05', 'COMBINED', { endsAt })],
      ...CLOSED,
    });

    expect(intervalOf('meetings.regularMonths', at('2024-01-05T20:59:00+07:00'))).toBe('0');
    expect(intervalOf('meetings.regularMonths', at('2024-01-05T21:00:00+07:00'))).toBe('1');
  });

  it('asks less of a small cell, where the scale says so, and what it asks of all besides (R-10)', () => {
    const hour = { endsAt: '2024-01-05T20:00:00+07:00' };
    const meetingScale = {
      ...SCALE,
      validity: { ...SCALE.validity, smallCells: { expectedAtMost: 9, minimumMinutes: 60 } },
    };
    const held = (expected: number, more: object = {}) => ({
      meetings: [meeting('2024-01-05', 'REGULAR', { ...hour, expected, ...more })],
      ...CLOSED,
    });
    const months = (given: object) =>
      intervalOf('meetings.regularMonths', given, {}, { meetingScale });

    expect(months(held(9))).toBe('1');
    expect(months(held(10))).toBe('0');
    const { documents: _none, ...withoutDocuments } = meeting('2024-01-05', 'REGULAR', hour);
    expect(months({ meetings: [{ ...withoutDocuments, expected: 9 }], ...CLOSED })).toBe('0');
  });

  it('takes every held meeting as valid where the scale says nothing', () => {
    const short = meeting('2024-01-05', 'REGULAR', { endsAt: '2024-01-05T19:05:00+07:00' });
    const { validity: _none, ...meetingScale } = SCALE;
    const given = { meetings: [short], ...CLOSED };

    expect(intervalOf('meetings.regularMonths', given, {}, { meetingScale })).toBe('1');
  });
});

describe('meetings.thematicQuarters', () => {
  const given = {
    meetings: [meeting('2024-01-05', 'COMBINED'), meeting('2024-06-30', 'THEMATIC')],
    missedQuarters: [{ quarter: 3, event: event(33) }],
  };

  it('is the quarters held, and at best all that were not missed', () => {
    expect(intervalOf('meetings.thematicQuarters', given)).toBe('2 … 3');
    expect(intervalOf('meetings.thematicQuarters', { ...given, ...CLOSED })).toBe('2');
  });

  it('rests on the meetings that counted and on what was missed', () => {
    expect(resultOf('meetings.thematicQuarters', given).evidence).toEqual([
      event(33),
      { event: 'held-2024-01-05', position: '20240105' },
      { event: 'held-2024-06-30', position: '20240630' },
    ]);
  });
});
