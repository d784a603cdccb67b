import { CLOSED, event, meeting, scored } from '../testing/given-facts.features';
import { intervalOf } from '../testing/interval-of.features';

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

describe('meetings.scoredShare', () => {
  const twelve = MONTHS.map((month) =>
    meeting(`2024-${month}-05`, 'REGULAR', scored({ CONDUCT: '60' })),
  );

  it('is open while the year is', () => {
    expect(intervalOf('meetings.scoredShare', { meetings: twelve.slice(0, 11) })).toBe('0 … 1');
  });

  it('is settled early when twelve months were held and everything is scored', () => {
    expect(intervalOf('meetings.scoredShare', { meetings: twelve })).toBe('12/12');
  });

  it('is exact once the year is closed', () => {
    const meetings = [
      ...twelve.slice(0, 3),
      meeting('2024-04-05'),
      meeting('2024-05-05', 'THEMATIC'),
    ];

    expect(intervalOf('meetings.scoredShare', { meetings, ...CLOSED })).toBe('3/4');
  });

  it('is nothing of nothing in a closed year without meetings', () => {
    expect(intervalOf('meetings.scoredShare', CLOSED)).toBe('0');
  });
});

describe('meetings.preparedShare', () => {
  it('asks for a preparatory meeting before the meeting itself', () => {
    const meetings = [
      meeting('2024-01-05', 'REGULAR', {
        preparation: { heldAt: '2024-01-03T08:00:00+07:00', event: event(2) },
      }),
      meeting('2024-02-05', 'REGULAR', {
        preparation: { heldAt: '2024-02-05T19:00:00+07:00', event: event(3) },
      }),
      meeting('2024-03-05'),
    ];

    expect(intervalOf('meetings.preparedShare', { meetings })).toBe('0 … 1');
    expect(intervalOf('meetings.preparedShare', { meetings, ...CLOSED })).toBe('1/3');
  });
});

describe('meetings.attendance', () => {
  it('is present of expected over all regular meetings, once the year is closed', () => {
    const meetings = [
      meeting('2024-01-05', 'REGULAR', { present: 16, expected: 17 }),
      meeting('2024-02-05', 'COMBINED', { present: 10, expected: 10 }),
      meeting('2024-02-15', 'THEMATIC', { present: 1, expected: 10 }),
    ];

    expect(intervalOf('meetings.attendance', { meetings })).toBe('0 … 1');
    expect(intervalOf('meetings.attendance', { meetings, ...CLOSED })).toBe('26/27');
  });
});
