import type { ChildFact, EvidenceRef } from '../facts';
import { share } from '../evaluation/figure';
import { allEvidence } from './evidence';
import { ratingsAtLeast } from './levels';
import type { Metric, MetricResult } from './metric';

function shareOf(
  children: readonly ChildFact[],
  reaches: (child: ChildFact) => boolean | undefined,
  event: (child: ChildFact) => EvidenceRef | undefined,
): MetricResult {
  if (children.length === 0) return { interval: 'NOT_APPLICABLE', ...allEvidence() };
  const reached = children.filter((child) => reaches(child) === true).length;
  const undecided = children.filter((child) => reaches(child) === undefined).length;
  return {
    interval: share(reached, reached + undecided, children.length),
    ...allEvidence(children.map(event)),
  };
}

export const childrenRecognisedShare: Metric = {
  name: 'children.recognisedShare',
  measure: 'SHARE',
  figure: () => ({
    vi: 'Số tổ chức đảng trực thuộc được công nhận bốn tốt trên tổng số tổ chức đảng trực thuộc',
    en: 'Direct children recognised as four-good, of all direct children',
  }),
  open: 'Those not yet decided may still be recognised or not.',
  evaluate: ({ children }) =>
    shareOf(
      children,
      ({ recognised }) => recognised,
      ({ recognitionEvent }) => recognitionEvent,
    ),
};

export const childrenRatedAtLeastShare: Metric = {
  name: 'children.ratedAtLeastShare',
  param: 'ratingLevel',
  measure: 'SHARE',
  figure: ({ level }) => ({
    vi: `Số tổ chức đảng trực thuộc được xếp loại ${level.vi} trở lên trên tổng số tổ chức đảng trực thuộc`,
    en: `Direct children rated ${level.en} or better, of all direct children`,
  }),
  open: 'Those not yet rated may still reach the level or not.',
  evaluate: ({ children }, { level }) => {
    const enough = ratingsAtLeast(level);
    return shareOf(
      children,
      ({ rating }) => (rating === undefined ? undefined : enough.includes(rating)),
      ({ ratingEvent }) => ratingEvent,
    );
  },
};
