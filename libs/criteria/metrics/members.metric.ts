import { RATING_LEVELS } from '#vocabulary';
import type { RatingLevel } from '#vocabulary';
import type { SubtreeTally } from '../facts';
import { count, share } from '../evaluation/figure';
import { allEvidence, tallyEvidence } from './evidence';
import type { DecidingEvents } from './evidence';
import { ratingsAtLeast } from './levels';
import type { Metric, MetricResult } from './metric';

const NO_RATEABLE_MEMBER: MetricResult = { interval: 'NOT_APPLICABLE', ...allEvidence() };

function ratedAt(tally: SubtreeTally, levels: readonly RatingLevel[]): number {
  return levels.reduce((sum, level) => sum + tally.members.rated[level], 0);
}

function notYetRated(tally: SubtreeTally): number {
  return Math.max(0, tally.members.rateable - ratedAt(tally, RATING_LEVELS));
}

function ratingEvidence(tally: SubtreeTally, levels: readonly RatingLevel[]): DecidingEvents {
  return tallyEvidence(
    tally,
    levels.map((level) => ({ kind: `rated:${level}` as const, count: ratedAt(tally, [level]) })),
  );
}

export const membersRatedAtLeastShare: Metric = {
  name: 'members.ratedAtLeastShare',
  param: 'ratingLevel',
  measure: 'SHARE',
  figure: ({ level }) => ({
    vi: `Số đảng viên được xếp loại ${level.vi} trở lên trên tổng số đảng viên thuộc diện xếp loại`,
    en: `Rateable members rated ${level.en} or better, of all rateable members`,
  }),
  open: 'Those not yet rated may still reach the level or not.',
  evaluate: ({ subtree }, { level }) => {
    const { rateable } = subtree.members;
    if (rateable === 0) return NO_RATEABLE_MEMBER;
    const reached = ratedAt(subtree, ratingsAtLeast(level));
    return {
      interval: share(reached, reached + notYetRated(subtree), rateable),
      ...ratingEvidence(subtree, RATING_LEVELS),
    };
  },
};

export const membersRatedCount: Metric = {
  name: 'members.ratedCount',
  param: 'ratingLevel',
  measure: 'COUNT',
  figure: ({ level }) => ({
    vi: `Số đảng viên được xếp loại ${level.vi}`,
    en: `Members rated ${level.en}`,
  }),
  open: 'Those not yet rated may still get the level or not.',
  evaluate: ({ subtree }, { level }) => {
    if (subtree.members.rateable === 0) return NO_RATEABLE_MEMBER;
    const levels = RATING_LEVELS.filter((known) => known === level);
    const rated = ratedAt(subtree, levels);
    return {
      interval: count(rated, rated + notYetRated(subtree)),
      ...ratingEvidence(subtree, levels),
    };
  },
};

export const membersPledgedShare: Metric = {
  name: 'members.pledgedShare',
  measure: 'SHARE',
  figure: () => ({
    vi: 'Số đảng viên đã ký cam kết cá nhân trên tổng số đảng viên thuộc diện xếp loại',
    en: 'Rateable members with a signed personal pledge, of all rateable members',
  }),
  open: 'Until the year is closed, all may still sign.',
  evaluate: ({ subtree, periodClosed }) => {
    const { rateable, pledged } = subtree.members;
    if (rateable === 0) return NO_RATEABLE_MEMBER;
    return {
      interval: share(pledged, periodClosed ? pledged : rateable, rateable),
      ...tallyEvidence(subtree, [{ kind: 'memberPledges', count: pledged }]),
    };
  },
};
