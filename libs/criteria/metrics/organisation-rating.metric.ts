import type { OrganisationYearFacts } from '../facts';
import { count } from '../evaluation/figure';
import { allEvidence } from './evidence';
import { ratingsAtLeast } from './levels';
import type { Metric } from './metric';

type StandingRating = OrganisationYearFacts['ratings'][number];

function ratingOf(facts: OrganisationYearFacts, year: number): StandingRating | undefined {
  return facts.ratings.find((rating) => rating.year === year);
}

export const organisationRating: Metric = {
  name: 'organisation.rating',
  param: 'ratingLevel',
  measure: 'COUNT',
  figure: ({ level }) => ({
    vi: `Tổ chức đảng được xếp loại ${level.vi} trở lên (1 là có, 0 là không)`,
    en: `Organisation rated ${level.en} or better (1 for yes, 0 for no)`,
  }),
  open: 'Until it is rated, 0 to 1.',
  evaluate: (facts, { level }) => {
    const rating = ratingOf(facts, facts.year);
    if (!rating) return { interval: count(0, 1), ...allEvidence() };
    const reached = ratingsAtLeast(level).includes(rating.level) ? 1 : 0;
    return { interval: count(reached, reached), ...allEvidence([rating.event]) };
  },
};

/** A year without a rating ends a streak, as a worse rating does; only the year itself may still come. */
export const streakYears: Metric = {
  name: 'streak.years',
  param: 'ratingLevel',
  measure: 'COUNT',
  figure: ({ level }) => ({
    vi: `Số năm liên tục được xếp loại ${level.vi} trở lên, tính đến`,
    en: `Consecutive years rated ${level.en} or better`,
  }),
  open: 'Until the year is rated, 0 to one more than before.',
  evaluate: (facts, { level }) => {
    const enough = ratingsAtLeast(level);
    const current = ratingOf(facts, facts.year);
    const before: StandingRating[] = [];
    let earlier = ratingOf(facts, facts.year - 1);
    while (earlier && enough.includes(earlier.level)) {
      before.push(earlier);
      earlier = ratingOf(facts, earlier.year - 1);
    }
    if (current && !enough.includes(current.level)) {
      return { interval: count(0, 0), ...allEvidence([current.event]) };
    }
    const longest = before.length + 1;
    const deciding = [current?.event, ...before.map(({ event }) => event), earlier?.event];
    return {
      interval: count(current ? longest : 0, longest),
      ...allEvidence(deciding),
    };
  },
};
