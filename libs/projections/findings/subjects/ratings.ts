import type { MemberId } from '#vocabulary';
import type { RatingProgress, RatingStep } from '../../reviews';
import type { YearSubject } from './year.subject';

/** A rating of the organisation itself or of one of its members. */
export interface Rating extends RatingProgress {
  readonly member?: MemberId;
}

export function ratingsOf({ review, memberRatings }: YearSubject): readonly Rating[] {
  return [
    ...(review === undefined ? [] : [review.rating]),
    ...memberRatings.map(({ member, rating }) => ({ member, ...rating })),
  ];
}

/** Where it was decided first; later steps are revisions. */
export function firstDecision({ steps }: RatingProgress): RatingStep | undefined {
  return steps.find(({ step }) => step === 'DECIDED');
}

/** What made the rating that stands. */
export function standingDecision({ steps }: RatingProgress): RatingStep | undefined {
  return steps.findLast(({ step }) => step === 'DECIDED' || step === 'REVISED');
}

/** Who is rated, as a finding tells the ratings of a review apart. */
export function ratedIn(subject: YearSubject): readonly string[] {
  return ratingsOf(subject).map(({ member = '' }) => member);
}
