import type { Decimal, MemberId, OrganisationId, RatingLevel } from '#vocabulary';
import type { Fact } from '../shared/event';
import type { Facts } from '../shared/facts';

interface AboutReview {
  readonly organisation: OrganisationId;
  readonly year: number;
}

/** Under regulation 366-QĐ/TW: of at most 30 and 70 points. */
export interface RatingPoints {
  readonly general: Decimal;
  readonly results: Decimal;
}

interface Rated {
  readonly level: RatingLevel;
  readonly points?: RatingPoints;
}

export type ReviewEvent =
  | Fact<'ReviewOpened', AboutReview>
  | Fact<'MemberRatingProposed', AboutReview & Rated & { readonly member: MemberId }>
  | Fact<
      'MemberRatingDecided',
      AboutReview & Rated & { readonly member: MemberId; readonly decidedBy: OrganisationId }
    >
  | Fact<'OrganisationRatingProposed', AboutReview & Rated>
  | Fact<'OrganisationRatingDecided', AboutReview & Rated & { readonly decidedBy: OrganisationId }>
  | Fact<'RatingPublished', AboutReview>
  /** Without `member` it is the organisation's own rating that is reopened or revised. */
  | Fact<'RatingReopened', AboutReview & { readonly member?: MemberId }>
  | Fact<
      'RatingRevised',
      AboutReview & Rated & { readonly member?: MemberId; readonly decidedBy: OrganisationId }
    >;

/** One rating on its way; `REOPENED` still stands at its level until it is decided anew. */
interface Rating {
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

export const reviewFacts: Facts<ReviewState, ReviewEvent> = {
  ReviewOpened: { groundOf: [], evolve: (state) => ({ ...state, opened: true }) },
  MemberRatingProposed: { groundOf: [], evolve: (state, { data }) => proposed(state, data) },
  MemberRatingDecided: {
    groundOf: ['RatingReopened', 'RatingRevised'],
    evolve: (state, { data }) => settled(state, data, DECIDABLE),
  },
  OrganisationRatingProposed: { groundOf: [], evolve: (state, { data }) => proposed(state, data) },
  OrganisationRatingDecided: {
    groundOf: ['RatingReopened', 'RatingRevised'],
    evolve: (state, { data }) => settled(state, data, DECIDABLE),
  },
  RatingPublished: { groundOf: [], evolve: (state) => ({ ...state, published: true }) },
  RatingReopened: {
    groundOf: ['RatingRevised', 'MemberRatingDecided', 'OrganisationRatingDecided'],
    evolve(state, { data: { member } }) {
      const current = ratingOf(state, member);
      return current?.stage === 'DECIDED'
        ? withRating(state, member, { ...current, stage: 'REOPENED' })
        : state;
    },
  },
  RatingRevised: {
    groundOf: ['RatingReopened'],
    evolve: (state, { data }) => settled(state, data, REVISABLE),
  },
};

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

interface RatedSubject {
  readonly member?: MemberId;
  readonly level: RatingLevel;
}

function proposed(state: ReviewState, { member, level }: RatedSubject): ReviewState {
  const current = ratingOf(state, member);
  if (current !== undefined && current.stage !== 'PROPOSED') return state;
  return withRating(state, member, { stage: 'PROPOSED', level });
}

function settled(
  state: ReviewState,
  { member, level }: RatedSubject,
  from: readonly (Rating['stage'] | undefined)[],
): ReviewState {
  if (!from.includes(ratingOf(state, member)?.stage)) return state;
  return { ...withRating(state, member, { stage: 'DECIDED', level }), published: false };
}

function withRating(state: ReviewState, member: MemberId | undefined, rating: Rating): ReviewState {
  if (member === undefined) return { ...state, organisation: rating };
  return { ...state, members: new Map(state.members).set(member, rating) };
}
