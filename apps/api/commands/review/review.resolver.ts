import { Args, Resolver } from '@nestjs/graphql';
import type { Receipt } from '#commands';
import type { Actor } from '#vocabulary';
import { Acting } from '../../identity/acting';
import { Commands, Records } from '../shared';
import {
  OpenReviewInput,
  ProposeMemberRatingInput,
  DecideMemberRatingInput,
  ProposeOrganisationRatingInput,
  DecideOrganisationRatingInput,
  PublishRatingsInput,
  ReopenRatingInput,
  ReviseRatingInput,
} from './review.inputs';

/** Commands of the review of an organisation-year. */
@Resolver()
export class ReviewCommands {
  constructor(private readonly commands: Commands) {}

  @Records('The yearly review of an organisation and its members begins.')
  openReview(@Args('input') input: OpenReviewInput, @Acting() actor: Actor): Promise<Receipt> {
    return this.commands.record('OpenReview', input, actor);
  }

  @Records('A rating of a member is proposed.')
  proposeMemberRating(
    @Args('input') input: ProposeMemberRatingInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('ProposeMemberRating', input, actor);
  }

  @Records('A rating of a member is decided (R-24, R-30).')
  decideMemberRating(
    @Args('input') input: DecideMemberRatingInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('DecideMemberRating', input, actor);
  }

  @Records('A rating of the organisation is proposed.')
  proposeOrganisationRating(
    @Args('input') input: ProposeOrganisationRatingInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('ProposeOrganisationRating', input, actor);
  }

  @Records('A rating of the organisation is decided (R-07).')
  decideOrganisationRating(
    @Args('input') input: DecideOrganisationRatingInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('DecideOrganisationRating', input, actor);
  }

  @Records('The ratings decided are published.')
  publishRatings(
    @Args('input') input: PublishRatingsInput,
    @Acting() actor: Actor,
  ): Promise<Receipt> {
    return this.commands.record('PublishRatings', input, actor);
  }

  @Records('A decided rating is opened again (R-16).')
  reopenRating(@Args('input') input: ReopenRatingInput, @Acting() actor: Actor): Promise<Receipt> {
    return this.commands.record('ReopenRating', input, actor);
  }

  @Records('A rating that was opened again is decided anew.')
  reviseRating(@Args('input') input: ReviseRatingInput, @Acting() actor: Actor): Promise<Receipt> {
    return this.commands.record('ReviseRating', input, actor);
  }
}
