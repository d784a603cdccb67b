import type { MemberId } from '#vocabulary';
import { documentsOf } from '../../facts';
import type { KeptFact } from '../../facts';
import type { CaseDocument } from '../../cases';
import { MEMBER_RATINGS, reviewsProjection } from '../../reviews';
import type { MemberRatingDocument, RatingProgress, RatingStep } from '../../reviews';
import type { OrganisationYear, YearSubject } from './year.subject';

/** One rating of a year. */
export interface RatingSubject extends OrganisationYear {
  /** Absent where it is the organisation itself that is rated. */
  readonly member?: MemberId;
  readonly rating: RatingProgress | undefined;
}

/** A rating, and the cases of its organisation in which a discipline was decided. */
export interface RatingAndCases extends RatingSubject {
  readonly cases: readonly CaseDocument[];
}

/** A year with its members' ratings, as far as anything is asked about all of them. */
export interface RatedYear extends YearSubject {
  readonly memberRatings: readonly MemberRatingDocument[];
}

/** Only then is anything asked about all of its members' ratings. */
export function comparesRatings({ review }: YearSubject): boolean {
  return review !== undefined && firstDecision(review.rating) !== undefined;
}

export function memberRatingsIn(facts: readonly KeptFact[]): readonly MemberRatingDocument[] {
  return documentsOf<MemberRatingDocument>(reviewsProjection, MEMBER_RATINGS, facts);
}

/** A finding about a rating is told from those about others by whom it is of. */
export function whoseRating({ member }: RatingSubject): readonly string[] {
  return [member ?? ''];
}

/** As an answer about a rating names whom it is of. */
export function namedIn({ member }: RatingSubject): { member?: MemberId; about?: string } {
  return member === undefined ? {} : { member, about: member };
}

/** Where it was decided first; later steps are revisions. */
export function firstDecision({ steps }: RatingProgress): RatingStep | undefined {
  return steps.find(({ step }) => step === 'DECIDED');
}

/** What made the rating that stands. */
export function standingDecision({ steps }: RatingProgress): RatingStep | undefined {
  return steps.findLast(({ step }) => step === 'DECIDED' || step === 'REVISED');
}
