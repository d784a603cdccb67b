import { RATING_LEVELS } from '#vocabulary';
import type { MemberId, OrganisationId } from '#vocabulary';
import { aggregate } from '../shared/aggregate';
import {
  requireAuthority,
  requireDecidingBody,
  requireAuthorityOrItself,
} from '../shared/authority';
import { commandsOn } from '../shared/command';
import type { DecisionContext } from '../shared/context';
import { field } from '../shared/field';
import { frameworkPledged } from '../shared/programme';
import {
  decidedUnless,
  firstRefusal,
  requireEstablishedOrganisation,
  requireThat,
  requireYear,
} from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import { OFFICES, SUPERIORS } from '../shared/roles';
import { ABOVE, AT_OR_ABOVE, AT_OR_ABOVE_ANOTHER } from '../shared/standing';
import { streams } from '../shared/streams';
import { requirePointsFor } from './rating-points';
import { requireQuota } from './rating-quota';
import { requireRateable } from './rating.requirements';
import { decidedRatings, nothingReviewed, ratingOf, reviewFacts } from './review.state';
import type { ReviewEvent, ReviewState } from './review.state';

const command = commandsOn<ReviewState, ReviewEvent>();
const ofReview = { organisation: field.organisation, year: field.year };
const rating = {
  level: field.enum(RATING_LEVELS),
  points: field.optional(field.nested({ general: field.decimal, results: field.decimal })),
};

/** Ratings need no opened review: in an older record there often is none. */
export const reviewAggregate = aggregate<ReviewState, ReviewEvent>()({
  category: 'review',
  initial: nothingReviewed,
  streamOf: ({ organisation, year }) => streams.review(organisation, year),
  facts: reviewFacts,
  notBeforeYear: 'ALL',
  about: (command) => ({
    organisations: [command.organisation],
    ...('member' in command ? { member: command.member } : {}),
  }),
  commands: {
    OpenReview: command({
      fields: ofReview,
      authority: { roles: OFFICES, standing: AT_OR_ABOVE },
      decide: (data, { opened }, context) =>
        decidedUnless(
          firstRefusal(
            requireReviewable(data, context),
            requireThat(!opened, 'ALREADY_EXISTS', { subject: ['review', data] }),
          ),
          { type: 'ReviewOpened', data },
        ),
    }),
    ProposeMemberRating: command({
      fields: { ...ofReview, member: field.member, ...rating },
      authority: { roles: OFFICES, standing: AT_OR_ABOVE },
      decide: (data, state, context) =>
        decidedUnless(
          firstRefusal(
            requireReviewable(data, context),
            requireUndecided(state, data),
            requireRateable(data.member, data.year, context),
            requirePointsFor(data, context),
          ),
          { type: 'MemberRatingProposed', data },
        ),
    }),
    DecideMemberRating: command({
      fields: { ...ofReview, member: field.member, ...rating, decidedBy: field.organisation },
      authority: { roles: OFFICES, standing: AT_OR_ABOVE_ANOTHER },
      decide: (data, state, context) =>
        decidedUnless(
          firstRefusal(
            requireReviewable(data, context),
            requireUndecided(state, data),
            requireRateable(data.member, data.year, context),
            requireRatingAuthority(data, context),
            requirePointsFor(data, context),
          ),
          { type: 'MemberRatingDecided', data },
        ),
    }),
    ProposeOrganisationRating: command({
      fields: { ...ofReview, ...rating },
      authority: { roles: OFFICES, standing: AT_OR_ABOVE },
      decide: (data, state, context) =>
        decidedUnless(
          firstRefusal(
            requireReviewable(data, context),
            requireUndecided(state, data),
            requirePointsFor(data, context),
          ),
          { type: 'OrganisationRatingProposed', data },
        ),
    }),
    DecideOrganisationRating: command({
      fields: { ...ofReview, ...rating, decidedBy: field.organisation },
      authority: { roles: SUPERIORS, standing: ABOVE },
      decide: (data, state, context) =>
        decidedUnless(
          firstRefusal(
            requireReviewable(data, context),
            requireUndecided(state, data),
            requireRatingAuthority(data, context),
            requirePointsFor(data, context),
          ),
          { type: 'OrganisationRatingDecided', data },
        ),
    }),
    PublishRatings: command({
      fields: ofReview,
      authority: { roles: SUPERIORS, standing: ABOVE },
      decide: (data, state, context) =>
        decidedUnless(
          firstRefusal(
            requireThat(decidedRatings(state).length > 0, 'RATING_NOT_DECIDED', ratedOf(data)),
            requireThat(!state.published, 'ALREADY_DONE', {
              subject: ['ratings', data],
              state: 'PUBLISHED',
            }),
            requireQuota(data, state, context),
          ),
          { type: 'RatingPublished', data },
        ),
    }),
    ReopenRating: command({
      fields: { ...ofReview, member: field.optional(field.member) },
      authority: { roles: SUPERIORS, standing: ABOVE },
      decide: (data, state) =>
        decidedUnless(
          requireThat(
            ratingOf(state, data.member)?.stage === 'DECIDED',
            'RATING_NOT_DECIDED',
            ratedOf(data),
          ),
          { type: 'RatingReopened', data },
        ),
    }),
    ReviseRating: command({
      fields: {
        ...ofReview,
        member: field.optional(field.member),
        ...rating,
        decidedBy: field.organisation,
      },
      authority: { roles: SUPERIORS, standing: AT_OR_ABOVE_ANOTHER },
      decide: (data, state, context) =>
        decidedUnless(
          firstRefusal(
            requireThat(
              ratingOf(state, data.member)?.stage === 'REOPENED',
              'RATING_NOT_REOPENED',
              ratedOf(data),
            ),
            data.member === undefined
              ? undefined
              : requireRateable(data.member, data.year, context),
            requireRatingAuthority(data, context),
            requirePointsFor(data, context),
          ),
          { type: 'RatingRevised', data },
        ),
    }),
  },
});

interface Reviewed {
  readonly organisation: OrganisationId;
  readonly year: number;
}

/** A member or, without one, the organisation itself. */
interface Rated extends Reviewed {
  readonly member?: MemberId;
}

function ratedOf({ organisation, year, member }: Rated) {
  return {
    rated: member ?? organisation,
    year,
    details: { organisation, ...(member === undefined ? {} : { member }) },
  };
}

function requireReviewable(
  { organisation, year }: Reviewed,
  context: DecisionContext,
): Requirement {
  return firstRefusal(requireYear(year), requireEstablishedOrganisation(organisation, context));
}

function requireUndecided(state: ReviewState, rated: Rated): Requirement {
  const decided = ratingOf(state, rated.member)?.stage === 'DECIDED';
  return requireThat(!decided, 'RATING_ALREADY_DECIDED', ratedOf(rated));
}

/** From above, as the framework has it; where it is silent, by the direct superior (handbook, section 12). */
function requireRatingAuthority(
  { organisation, year, member, decidedBy }: Rated & { readonly decidedBy: OrganisationId },
  context: DecisionContext,
): Requirement {
  const authority = frameworkPledged(organisation, year, context)?.parameters.authority;
  const bodies = member === undefined ? authority?.organisationRating : authority?.memberRating;
  const requireBody = member === undefined ? requireAuthority : requireAuthorityOrItself;
  return firstRefusal(
    requireBody(decidedBy, [organisation], context),
    requireDecidingBody(bodies, decidedBy, organisation, context),
  );
}
