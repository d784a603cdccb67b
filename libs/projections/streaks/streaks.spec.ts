import { on } from '#domain/testing';
import type { RatingLevel } from '#vocabulary';
import type { LoggedFact } from '#projection-engine';
import { corrected, eventId, recorded, rolledUp } from '#projection-engine/testing';
import type { ToRecord } from '#projection-engine/testing';
import { STREAKS, streaksProjection } from '.';
import type { StreakDocument } from '.';

function rated(year: number, level: RatingLevel): ToRecord {
  const data = { organisation: 'cell', year, level, decidedBy: 'district' };
  const fact = on(`${year}-12-20`, { type: 'OrganisationRatingDecided', data });
  return { ...fact, circumstances: { ancestors: ['district'] } };
}

function revised(year: number, level: RatingLevel): ToRecord {
  const data = { organisation: 'cell', year, level, decidedBy: 'district' };
  return on('2026-06-01', { type: 'RatingRevised', data });
}

function years(from: number, to: number, level: RatingLevel = 'EXCELLENT'): readonly ToRecord[] {
  return Array.from({ length: to - from + 1 }, (_, index) => rated(from + index, level));
}

async function streaksAfter(
  facts: readonly LoggedFact[],
  level: RatingLevel = 'EXCELLENT',
): Promise<readonly StreakDocument[]> {
  const batches = facts.map((fact) => [fact]);
  const streaks = await rolledUp<StreakDocument>(streaksProjection, STREAKS, batches);
  return streaks.filter((streak) => streak.level === level);
}

describe('a streak', () => {
  it('is reached by the rating that made it so many years, and goes on from there', async () => {
    const found = await streaksAfter(recorded(...years(2019, 2024)));
    expect(found).toMatchObject([
      {
        organisation: 'cell',
        from: 2019,
        to: 2024,
        years: 6,
        standing: true,
        brokenBy: null,
      },
    ]);
    const [streak] = found;
    expect(streak?.reached.map((one) => [one.years, one.event.event])).toEqual(
      [2, 3, 4, 5, 6].map((length) => [length, eventId(length - 1)]),
    );
  });

  it('holds at a level and all below it', async () => {
    const facts = recorded(rated(2022, 'GOOD'), rated(2023, 'EXCELLENT'), rated(2024, 'COMPLETED'));
    expect(await streaksAfter(facts)).toEqual([]);
    expect(await streaksAfter(facts, 'GOOD')).toMatchObject([{ from: 2022, to: 2023 }]);
    expect(await streaksAfter(facts, 'COMPLETED')).toMatchObject([{ from: 2022, to: 2024 }]);
  });

  it('is ended by a lesser year, and stands', async () => {
    const facts = recorded(...years(2020, 2024), rated(2025, 'GOOD'));
    expect(await streaksAfter(facts)).toMatchObject([{ to: 2024, years: 5, standing: true }]);
  });

  it('that was reached and later broken stays visible with the event that broke it', async () => {
    const facts = recorded(...years(2020, 2024), revised(2022, 'FAILED'));
    const found = await streaksAfter(facts);
    expect(found.filter(({ standing }) => !standing)).toMatchObject([
      { from: 2020, to: 2024, years: 5, brokenBy: { event: eventId(5), type: 'RatingRevised' } },
    ]);
    expect(found.filter(({ standing }) => standing)).toMatchObject([
      { from: 2020, to: 2021 },
      { from: 2023, to: 2024 },
    ]);
  });

  it('is not broken by a revision that confirms it, and was reached when it first was', async () => {
    const facts = recorded(...years(2020, 2024), revised(2022, 'EXCELLENT'));
    const [streak] = await streaksAfter(facts);
    expect(streak).toMatchObject({ years: 5, standing: true });
    expect(streak?.reached.at(-1)?.event.event).toBe(eventId(4));
  });

  it('is closed by a rating that came late', async () => {
    const facts = recorded(...years(2020, 2021), ...years(2023, 2024), rated(2022, 'EXCELLENT'));
    const [streak] = await streaksAfter(facts);
    expect(streak).toMatchObject({ from: 2020, to: 2024, years: 5 });
    expect(streak?.reached.map((one) => one.event.event)).toEqual([1, 4, 4, 4].map(eventId));
  });

  it('is as if it had never been broken once the breaking decision is withdrawn', async () => {
    const facts = recorded(...years(2020, 2024), revised(2022, 'FAILED'));
    const history = corrected(facts, facts[5]);
    expect(await streaksAfter(history ?? [])).toEqual(await streaksAfter(facts.slice(0, 5)));
  });
});
