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
  evaluate: ({ children }, { level }) => {
    const enough = ratingsAtLeast(level);
    return shareOf(
      children,
      ({ rating }) => (rating === undefined ? undefined : enough.includes(rating)),
      ({ ratingEvent }) => ratingEvent,
    );
  },
};
