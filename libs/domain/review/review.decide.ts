import { assertNever } from '#vocabulary';
import {
  requireAuthority,
  requireAuthorityOf,
  requireAuthorityOrItself,
} from '../shared/authority';
import { dataOf } from '../shared/command';
import type { DecisionContext } from '../shared/context';
import type { Decision } from '../shared/decision';
import { frameworkPledged } from '../shared/programme';
import {
  decidedUnless,
  firstRefusal,
  requireEstablishedOrganisation,
  requireThat,
  requireYear,
} from '../shared/requirements';
import type { Requirement } from '../shared/requirements';
import type { MemberId, OrganisationId } from '#vocabulary';
import { requirePointsFor } from './rating-points';
import { requireQuota } from './rating-quota';
import { requireRateable } from './rating.requirements';
import type { ReviewCommand } from './review.commands';
import type { ReviewEvent } from './review.events';
import { decidedRatings, ratingOf } from './review.state';
import type { ReviewState } from './review.state';

/** Ratings need no opened review: in an older record there often is none. */
export function decideReview(
  command: ReviewCommand,
  state: ReviewState,
  context: DecisionContext,
): Decision<ReviewEvent> {
  const reviewable = firstRefusal(
    requireYear(command.year),
    requireEstablishedOrganisation(command.organisation, context),
  );
  switch (command.type) {
    case 'OpenReview':
      return decidedUnless(firstRefusal(reviewable, requireThat(!state.opened, 'ALREADY_EXISTS')), {
        type: 'ReviewOpened',
        data: dataOf(command),
      });
    case 'ProposeMemberRating':
      return decidedUnless(
        firstRefusal(
          reviewable,
          requireUndecided(state, command.member),
          requireRateable(command.member, command.year, context),
          requirePointsFor(command, context),
        ),
        { type: 'MemberRatingProposed', data: dataOf(command) },
      );
    case 'DecideMemberRating':
      return decidedUnless(
        firstRefusal(
          reviewable,
          requireUndecided(state, command.member),
          requireRateable(command.member, command.year, context),
          requireRatingAuthority(command, context),
          requirePointsFor(command, context),
        ),
        { type: 'MemberRatingDecided', data: dataOf(command) },
      );
    case 'ProposeOrganisationRating':
      return decidedUnless(
        firstRefusal(
          reviewable,
          requireUndecided(state, undefined),
          requirePointsFor(command, context),
        ),
        { type: 'OrganisationRatingProposed', data: dataOf(command) },
      );
    case 'DecideOrganisationRating':
      return decidedUnless(
        firstRefusal(
          reviewable,
          requireUndecided(state, undefined),
          requireRatingAuthority(command, context),
          requirePointsFor(command, context),
        ),
        { type: 'OrganisationRatingDecided', data: dataOf(command) },
      );
    case 'PublishRatings':
      return decidedUnless(
        firstRefusal(
          requireThat(decidedRatings(state).length > 0, 'RATING_NOT_DECIDED'),
          requireThat(!state.published, 'ALREADY_DONE'),
          requireQuota(command, state, context),
        ),
        { type: 'RatingPublished', data: dataOf(command) },
      );
    case 'ReopenRating':
      return decidedUnless(
        requireThat(ratingOf(state, command.member)?.stage === 'DECIDED', 'RATING_NOT_DECIDED'),
        { type: 'RatingReopened', data: dataOf(command) },
      );
    case 'ReviseRating':
      return decidedUnless(
        firstRefusal(
          requireThat(ratingOf(state, command.member)?.stage === 'REOPENED', 'RATING_NOT_REOPENED'),
          command.member === undefined
            ? undefined
            : requireRateable(command.member, command.year, context),
          requireRatingAuthority(command, context),
          requirePointsFor(command, context),
        ),
        { type: 'RatingRevised', data: dataOf(command) },
      );
    default:
      return assertNever(command);
  }
}

function requireUndecided(state: ReviewState, member: MemberId | undefined): Requirement {
  const details = member === undefined ? {} : { member };
  return requireThat(ratingOf(state, member)?.stage !== 'DECIDED', 'RATING_ALREADY_DECIDED', {
    details,
  });
}

/** An organisation is rated from above; its members by it, or from above; and as the framework has it. */
function requireRatingAuthority(
  rating: {
    readonly organisation: OrganisationId;
    readonly year: number;
    readonly member?: MemberId;
    readonly decidedBy: OrganisationId;
  },
  context: DecisionContext,
): Requirement {
  const { organisation, year, member, decidedBy } = rating;
  const authority = frameworkPledged(organisation, year, context)?.parameters.authority;
  return member === undefined
    ? firstRefusal(
        requireAuthority(decidedBy, [organisation], context),
        requireAuthorityOf(authority?.organisationRating, decidedBy, organisation, context),
      )
    : firstRefusal(
        requireAuthorityOrItself(decidedBy, [organisation], context),
        requireAuthorityOf(authority?.memberRating, decidedBy, organisation, context),
      );
}
