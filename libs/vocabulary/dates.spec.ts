import {
  daysAfter,
  endOfDay,
  endOfYear,
  localDateOf,
  monthsAfter,
  startOfDay,
  yearOfInstant,
} from './dates';

describe('The calendar in Vietnam', () => {
  it('begins a day seven hours before UTC does', () => {
    expect(localDateOf('2023-12-31T16:59:59Z')).toBe('2023-12-31');
    expect(localDateOf('2023-12-31T17:00:00Z')).toBe('2024-01-01');
    expect(yearOfInstant('2023-12-31T18:00:00Z')).toBe(2024);
  });

  it('holds a whole day between its start and its end', () => {
    const length = Date.parse(endOfDay('2024-02-29')) - Date.parse(startOfDay('2024-02-29'));
    expect(length).toBe(24 * 60 * 60 * 1000 - 1);
    expect(localDateOf(endOfYear(2024))).toBe('2024-12-31');
  });

  it.each([
    ['2024-12-31', 31, '2025-01-31'],
    ['2024-02-28', 2, '2024-03-01'],
    ['2024-02-28', 0, '2024-02-28'],
  ])('counts from %s %i days to %s', (from, days, to) => {
    expect(daysAfter(from, days)).toBe(to);
  });

  it.each([
    ['2024-05-10', 1, '2024-06-10'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-05-31', 12, '2025-05-31'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('counts from %s %i months to %s', (from, months, to) => {
    expect(monthsAfter(from, months)).toBe(to);
  });
});
