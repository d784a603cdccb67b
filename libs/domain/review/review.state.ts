import { assertNever } from '#vocabulary';
import type { Effective } from '../shared/event';
import type { MemberId, RatingLevel } from '#vocabulary';
import type { ReviewEvent } from './review.events';

/** One rating on its way; `REOPENED` still stands at its level until it is decided anew. */
export interface Rating {
  readonly stage: 'PROPOSED' | 'DECIDED' | 'REOPENED';
  readonly level: RatingLevel;
}

/** The yearly ratings of an organisation's members and of the organisation itself. */
export interface ReviewState {
  readonly opened: boolean;
  /** Whether all that is decided has been published. */
  readonly published: boolean;
  readonly members: ReadonlyMap<MemberId, Rating>;
  readonly organisation?: Rating;
}

export const nothingReviewed: ReviewState = {
  opened: false,
  published: false,
  members: new Map(),
};

export function evolveReview(state: ReviewState, fact: Effective<ReviewEvent>): ReviewState {
  switch (fact.type) {
    case 'ReviewOpened':
      return { ...state, opened: true };
    case 'MemberRatingProposed':
      return proposed(state, fact.data);
    case 'OrganisationRatingProposed':
      return proposed(state, fact.data);
    case 'MemberRatingDecided':
      return settled(state, fact.data, DECIDABLE);
    case 'OrganisationRatingDecided':
      return settled(state, fact.data, DECIDABLE);
    case 'RatingRevised':
      return settled(state, fact.data, REVISABLE);
    case 'RatingReopened':
      return reopened(state, fact.data);
    case 'RatingPublished':
      return { ...state, published: true };
    default:
      return assertNever(fact);
  }
}

/** Of a member or, without one, of the organisation itself. */
export function ratingOf(state: ReviewState, member: MemberId | undefined): Rating | undefined {
  return member === undefined ? state.organisation : state.members.get(member);
}

/** Every rating that stands, of members and of the organisation. */
export function decidedRatings(state: ReviewState): readonly Rating[] {
  const own = state.organisation === undefined ? [] : [state.organisation];
  return [...own, ...state.members.values()].filter((rating) => rating.stage !== 'PROPOSED');
}

const DECIDABLE = [undefined, 'PROPOSED', 'REOPENED'] as const;
const REVISABLE = ['REOPENED'] as const;

interface Subject {
  readonly member?: MemberId;
}

type Rated = Subject & { readonly level: RatingLevel };

function proposed(state: ReviewState, data: Rated): ReviewState {
  const current = ratingOf(state, data.member);
  if (current !== undefined && current.stage !== 'PROPOSED') return state;
  return withRating(state, data.member, { stage: 'PROPOSED', level: data.level });
}

function settled(
  state: ReviewState,
  data: Rated,
  from: readonly (Rating['stage'] | undefined)[],
): ReviewState {
  if (!from.includes(ratingOf(state, data.member)?.stage)) return state;
  return {
    ...withRating(state, data.member, { stage: 'DECIDED', level: data.level }),
    published: false,
  };
}

function reopened(state: ReviewState, data: Subject): ReviewState {
  const current = ratingOf(state, data.member);
  if (current?.stage !== 'DECIDED') return state;
  return withRating(state, data.member, { ...current, stage: 'REOPENED' });
}

function withRating(state: ReviewState, member: MemberId | undefined, rating: Rating): ReviewState {
  if (member === undefined) return { ...state, organisation: rating };
  return { ...state, members: new Map(state.members).set(member, rating) };
}
