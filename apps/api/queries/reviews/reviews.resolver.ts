import {
  Args,
  ArgsType,
  Context,
  Field,
  ID,
  Int,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { Shows } from '../../access';
import { AnswersAsOf, AsOfPageArgs, ofOneOf } from '../../as-of';
import type { RatingLevel } from '#vocabulary';
import { MEMBER_RATINGS, REVIEWS } from '#projections';
import type { MemberRatingDocument, ReviewDocument } from '#projections';
import type { RequestContext } from '../../graphql/request-context';
import { RatingLevelEnum } from '../../graphql/vocabulary';
import { OrganisationType } from '../organisations/organisation.types';
import { organisationNamed } from '../organisations/to-organisation';
import { amongUnless, indexOn, Lists, PageArgs } from '../shared';
import type { Connection } from '../shared';
import {
  MemberRatingConnection,
  MemberRatingType,
  ReviewConnection,
  ReviewType,
} from './review.types';

@ArgsType()
class ReviewsArgs extends AsOfPageArgs {
  @Field(() => ID, { nullable: true, description: 'Only reviews of this organisation.' })
  readonly organisation?: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Only reviews of this organisation and of those now below it.',
  })
  readonly under?: string;

  @Field(() => Int, { nullable: true, description: 'Only reviews of this year.' })
  readonly year?: number;

  @Field(() => RatingLevelEnum, {
    nullable: true,
    description: 'Only reviews in which the organisation has this rating.',
  })
  readonly level?: RatingLevel;
}

@ArgsType()
class MemberRatingsArgs extends PageArgs {
  @Field(() => RatingLevelEnum, { nullable: true, description: 'Only ratings at this level.' })
  readonly level?: RatingLevel;
}

@Resolver(() => ReviewType)
export class ReviewsResolver {
  constructor(private readonly lists: Lists) {}

  @Shows('OWN_WORK')
  @AnswersAsOf<ReviewsArgs>(ofOneOf)
  @Query(() => ReviewConnection, { description: 'A page of yearly reviews.' })
  reviews(
    @Args() args: ReviewsArgs,
    @Context() { sight }: RequestContext,
  ): Promise<Connection<ReviewType>> {
    const { organisation, under, year, level } = args;
    const filter = { organisation, year, level };
    return this.lists.documents(
      {
        projection: 'reviews',
        collection: REVIEWS,
        filter: { ...filter, under },
        scope: sight.of('OWN_WORK'),
        under,
        ...indexOn(filter, ['organisation', 'year']),
        ...amongUnless(organisation, (organisations) => ({
          index: year === undefined ? 'scope' : 'organisation',
          where: { organisation: { in: organisations }, ...(year === undefined ? {} : { year }) },
        })),
        matches: (document: ReviewDocument) =>
          (year === undefined || document.year === year) &&
          (level === undefined || document.rating.level === level),
        toNode: ({ organisation: organisationId, ...rest }, projectedThrough) => ({
          organisationId,
          ...rest,
          projectedThrough,
        }),
      },
      args,
    );
  }

  @ResolveField(() => OrganisationType, { description: 'The reviewed organisation.' })
  organisation(
    @Parent() { organisationId }: ReviewType,
    @Context() { loaders }: RequestContext,
  ): Promise<OrganisationType> {
    return organisationNamed(loaders, organisationId);
  }

  @ResolveField(() => MemberRatingConnection, {
    description: 'A page of the ratings of its members, by id.',
  })
  memberRatings(
    @Parent() { organisationId: organisation, year }: ReviewType,
    @Args() args: MemberRatingsArgs,
    @Context() { sight }: RequestContext,
  ): Promise<Connection<MemberRatingType>> {
    const { level } = args;
    return this.lists.documents(
      {
        projection: 'reviews',
        collection: MEMBER_RATINGS,
        filter: { organisation, year, level },
        scope: sight.of('MEMBERS'),
        index: level === undefined ? 'organisation' : 'level',
        where: { organisation, year, ...(level === undefined ? {} : { level }) },
        toNode: (document: MemberRatingDocument, projectedThrough) => ({
          ...document,
          projectedThrough,
        }),
      },
      args,
    );
  }
}
