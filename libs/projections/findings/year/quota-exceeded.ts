import Fraction from 'fraction.js';
import type { CriteriaFramework, RatingLevel } from '#vocabulary';
import type { MemberRatingDocument } from '../../reviews';
import { standingDecision } from '../subjects/rating.subject';
import type { Question } from '../question';
import { rating, shown } from '../terms';

const GOOD_OR_BETTER: readonly RatingLevel[] = ['EXCELLENT', 'GOOD'];

/** A grassroots organisation and all below it. */
export interface RatedBelow {
  readonly quota: NonNullable<CriteriaFramework['parameters']['ratingQuota']> | undefined;
  /** One of a member. */
  readonly memberRatings: readonly MemberRatingDocument[];
}

/** Of the members rated good or better, how many at the level that the framework limits. */
export const quotaExceeded = {
  kind: 'QUOTA_EXCEEDED',
  rule: 'R-30',
  asks: 'In which grassroots organisations, with all below them, are more members at a level than the framework’s quota allows (R-30)?',
  answer: ({ quota, memberRatings }) => {
    if (quota === undefined) return [];
    const isGood = (level: RatingLevel | null): boolean =>
      level !== null && GOOD_OR_BETTER.includes(level);
    const atLevel = memberRatings.filter(({ level }) => level === quota.level);
    const goodOrBetter = memberRatings.filter(({ level }) => isGood(level)).length;
    const allowed = new Fraction(quota.maxShare).mul(goodOrBetter);
    if (allowed.compare(atLevel.length) >= 0) return [];
    return [
      {
        figures: {
          level: quota.level,
          count: atLevel.length,
          of: goodOrBetter,
          maxShare: quota.maxShare,
        },
        events: atLevel.flatMap(({ rating }) => standingDecision(rating)?.event ?? []),
      },
    ];
  },
  sentence: (figures) => ({
    vi: `${shown(figures.count)}/${shown(figures.of)} đảng viên xếp loại ${rating(figures.level).vi}, vượt tỷ lệ ${shown(figures.maxShare)}.`,
    en: `${shown(figures.count)} of ${shown(figures.of)} members rated good or better are ${rating(figures.level).en}, above the share of ${shown(figures.maxShare)}.`,
  }),
} as const satisfies Question<RatedBelow>;
