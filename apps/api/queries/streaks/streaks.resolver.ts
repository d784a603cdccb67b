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
import { IsInt, Min } from 'class-validator';
import type { RatingLevel } from '#vocabulary';
import { SHORTEST_STREAK, STREAKS } from '#projections';
import type { StreakDocument } from '#projections';
import type { RequestContext } from '../../graphql/request-context';
import { RatingLevelEnum } from '../../graphql/vocabulary';
import { OrganisationType } from '../organisations/organisation.types';
import { organisationNamed } from '../organisations/to-organisation';
import { Lists, PageArgs } from '../shared';
import type { Connection } from '../shared';
import { StreakConnection, StreakType } from './streak.types';
import { toStreak } from './to-streak';

@ArgsType()
class StreaksArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Of this organisation and all that were below it when they were last rated.',
  })
  readonly under?: string;

  @Field(() => RatingLevelEnum, {
    defaultValue: 'EXCELLENT',
    description: 'Of years rated at this level or better; of FAILED there is none.',
  })
  readonly level!: RatingLevel;

  @Field(() => Int, {
    defaultValue: 5,
    description: `Of so many years or more, ${SHORTEST_STREAK} at least.`,
  })
  @IsInt()
  @Min(SHORTEST_STREAK)
  readonly atLeastYears!: number;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that stand, or only those that a later decision broke.',
  })
  readonly standing?: boolean;
}

@Resolver(() => StreakType)
export class StreaksResolver {
  constructor(private readonly lists: Lists) {}

  @Query(() => StreakConnection, {
    description: 'Streaks of ratings (5 năm liền), by organisation and year.',
  })
  streaks(@Args() args: StreaksArgs): Promise<Connection<StreakType>> {
    const { under, level, atLeastYears, standing } = args;
    return this.lists.documents(
      {
        projection: 'streaks',
        collection: STREAKS,
        filter: { under, level, atLeastYears, standing },
        index: under === undefined ? 'level' : 'below',
        where: { ...(under === undefined ? {} : { lineage: under }), level },
        matches: (document: StreakDocument) =>
          document.years >= atLeastYears &&
          (standing === undefined || document.standing === standing),
        toNode: (document, projectedThrough) => toStreak(document, atLeastYears, projectedThrough),
      },
      args,
    );
  }

  @ResolveField(() => OrganisationType, { description: 'Whose it is.' })
  organisation(
    @Parent() { organisationId }: StreakType,
    @Context() { loaders }: RequestContext,
  ): Promise<OrganisationType> {
    return organisationNamed(loaders, organisationId);
  }
}
