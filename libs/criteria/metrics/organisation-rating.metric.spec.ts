import type { RatingLevel } from '#vocabulary';
import { event } from '../testing/given-facts.features';
import { intervalOf, resultOf } from '../testing/interval-of.features';

function ratings(levels: Readonly<Record<number, RatingLevel>>) {
  return Object.entries(levels).map(([year, level]) => ({
    year: Number(year),
    level,
    event: event(Number(year)),
  }));
}

describe('organisation.rating', () => {
  const level = 'GOOD';

  it('is open until the organisation is rated', () => {
    const given = { ratings: ratings({ 2023: 'GOOD' }) };

    expect(intervalOf('organisation.rating', given, { level })).toBe('0 … 1');
  });

  it('is 1 at the level or better, else 0', () => {
    expect(
      intervalOf('organisation.rating', { ratings: ratings({ 2024: 'EXCELLENT' }) }, { level }),
    ).toBe('1');
    expect(
      intervalOf('organisation.rating', { ratings: ratings({ 2024: 'COMPLETED' }) }, { level }),
    ).toBe('0');
  });
});

describe('streak.years', () => {
  const level = 'EXCELLENT';

  it('may still grow by the year that is not yet rated', () => {
    const given = { ratings: ratings({ 2022: 'EXCELLENT', 2023: 'EXCELLENT', 2020: 'EXCELLENT' }) };

    expect(intervalOf('streak.years', given, { level })).toBe('0 … 3');
  });

  it('counts back from the year to the first worse or missing rating', () => {
    const given = {
      ratings: ratings({ 2024: 'EXCELLENT', 2023: 'EXCELLENT', 2022: 'GOOD', 2021: 'EXCELLENT' }),
    };

    expect(intervalOf('streak.years', given, { level })).toBe('2');
    expect(resultOf('streak.years', given, { level }).evidence).toEqual(
      [2022, 2023, 2024].map(event),
    );
  });

  it('is nothing when the year itself is rated worse', () => {
    const given = { ratings: ratings({ 2024: 'GOOD', 2023: 'EXCELLENT' }) };

    expect(intervalOf('streak.years', given, { level })).toBe('0');
  });
});
