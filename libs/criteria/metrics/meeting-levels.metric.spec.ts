import {
  CLOSED,
  PARAMETERS,
  SCALE,
  event,
  facts,
  meeting,
  scored,
} from '../testing/given-facts.features';
import { intervalOf } from '../testing/interval-of.features';
import { tallied } from '../testing/tallied.features';
import { metricOf } from './registry';

const meetings = [
  meeting('2024-01-05', 'REGULAR', scored({ ATTENDANCE: '20', CONDUCT: '70' })),
  meeting('2024-02-05', 'COMBINED', scored({ ATTENDANCE: '19', CONDUCT: '80' })),
  meeting('2024-03-05', 'REGULAR', scored({ ATTENDANCE: '10', CONDUCT: '45.5' })),
  meeting('2024-04-05'),
];

describe('meetings.levelCount', () => {
  it('is what reached the level, and at best every unscored meeting and open month too', () => {
    const missedMonths = [{ month: 5, event: event(35) }];

    expect(intervalOf('meetings.levelCount', { meetings, missedMonths }, { level: 'KHA' })).toBe(
      '2 … 10',
    );
  });

  it('keeps an unscored meeting open in a closed year', () => {
    expect(intervalOf('meetings.levelCount', { meetings, ...CLOSED }, { level: 'KHA' })).toBe(
      '2 … 3',
    );
  });

  it('is settled by a score that comes after the year was closed', () => {
    const late = meeting('2024-04-05', 'REGULAR', scored({ ATTENDANCE: '20', CONDUCT: '60' }));
    const given = { meetings: [...meetings.slice(0, 3), late], ...CLOSED };

    expect(intervalOf('meetings.levelCount', given, { level: 'KHA' })).toBe('3');
  });

  it('gives the next band to a meeting without the maximum that its band requires', () => {
    expect(intervalOf('meetings.levelCount', { meetings, ...CLOSED }, { level: 'TOT' })).toBe(
      '1 … 2',
    );
  });

  it('counts a meeting too short to be valid all the same', () => {
    const short = meeting('2024-01-05', 'REGULAR', {
      endsAt: '2024-01-05T19:10:00+07:00',
      ...scored({ ATTENDANCE: '20', CONDUCT: '80' }),
    });

    expect(
      intervalOf('meetings.levelCount', { meetings: [short], ...CLOSED }, { level: 'TOT' }),
    ).toBe('1');
  });

  it('takes a score below every band as the lowest level', () => {
    const meetingScale = { ...SCALE, bands: SCALE.bands.slice(0, 2) };
    const low = [meeting('2024-01-05', 'REGULAR', scored({ CONDUCT: '1' }))];
    const given = { meetings: low, ...CLOSED };

    expect(
      intervalOf('meetings.belowLevelCount', given, { level: 'TRUNG_BINH' }, { meetingScale }),
    ).toBe('1');
  });

  it('decides nothing without a scale', () => {
    const setting = { parameters: PARAMETERS, pointConditions: [] };
    const result = metricOf('meetings.levelCount')?.evaluate(
      tallied(facts({ meetings, ...CLOSED }), undefined),
      { level: 'KHA' },
      setting,
    );

    expect(result?.interval).toEqual({ low: { numerator: '0' }, high: { numerator: '4' } });
  });
});

describe('meetings.belowLevelCount', () => {
  it('counts what stayed below, and at worst everything still open', () => {
    expect(intervalOf('meetings.belowLevelCount', { meetings }, { level: 'KHA' })).toBe('1 … 10');
    expect(intervalOf('meetings.belowLevelCount', { meetings, ...CLOSED }, { level: 'TOT' })).toBe(
      '2 … 3',
    );
  });
});
