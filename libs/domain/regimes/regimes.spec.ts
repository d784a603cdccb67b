import { disciplineRegimeAt, meetingRegimeAt, ratingRegimeAt } from '.';
import type { Regime } from '.';

const numbers = ({ regulations }: Regime): readonly string[] =>
  regulations.map(({ number }) => number);

describe('The national rules', () => {
  it.each([
    ['1999-01-01', ['22-QĐ/TW', '69-QĐ/TW']],
    ['2025-05-29', ['22-QĐ/TW', '69-QĐ/TW']],
    ['2025-05-30', ['296-QĐ/TW']],
    ['2040-01-01', ['296-QĐ/TW']],
  ])('on discipline are on %s those of %j', (date, expected) => {
    expect(numbers(disciplineRegimeAt(date))).toEqual(expected);
  });

  it.each([
    ['2020-12-31', ['124-QĐ/TW']],
    ['2025-08-29', ['124-QĐ/TW']],
    ['2025-08-30', ['366-QĐ/TW']],
  ])('on ratings are on %s those of %j', (date, expected) => {
    expect(numbers(ratingRegimeAt(date))).toEqual(expected);
  });

  it.each([
    ['2025-07-22', ['12-HD/BTCTW']],
    ['2025-07-23', ['50-CT/TW', '42-HD/BTCTW']],
  ])('on meetings are on %s those of %j', (date, expected) => {
    expect(numbers(meetingRegimeAt(date))).toEqual(expected);
  });

  it('limit every form in time but expulsion and dissolution (R-19)', () => {
    for (const date of ['2024-01-01', '2025-06-01']) {
      expect(disciplineRegimeAt(date).limitationMonths).toEqual({
        REPRIMAND: 60,
        WARNING: 120,
        REMOVAL: 120,
      });
    }
  });

  it('divide 100 points into bands that leave no gap', () => {
    const { points } = ratingRegimeAt('2025-12-31');
    expect((points?.general ?? 0) + (points?.results ?? 0)).toBe(100);
    expect(points?.bands.map(({ minimum }) => minimum)).toEqual([90, 70, 50, 0]);
    expect(ratingRegimeAt('2024-12-31').points).toBeUndefined();
  });
});
