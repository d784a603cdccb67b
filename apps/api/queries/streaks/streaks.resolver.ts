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
import { IsInt, Min } from 'class-validator';
import type { RatingLevel } from '#vocabulary';
import { SHORTEST_STREAK, STREAKS } from '#projections';
import type { StreakDocument } from '#projections';
import type { RequestContext } from '../../graphql/request-context';
import { RatingLevelEnum } from '../../graphql/vocabulary';
import { OrganisationType } from '../organisations/organisation.types';
import { organisationNamed } from '../organisations/to-organisation';
import { Lists } from '../shared';
import type { Connection } from '../shared';
import { StreakConnection, StreakType } from './streak.types';
import { toStreak } from './to-streak';

@ArgsType()
class StreaksArgs extends AsOfPageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Only streaks of this organisation and of those now below it.',
  })
  readonly under?: string;

  @Field(() => RatingLevelEnum, {
    defaultValue: 'EXCELLENT',
    description: 'Counts years rated at this level or better; `FAILED` is not possible.',
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
    description:
      'Only streaks that stand (true) or that a later decision broke (false); both when omitted.',
  })
  readonly standing?: boolean;
}

@Resolver(() => StreakType)
export class StreaksResolver {
  constructor(private readonly lists: Lists) {}

  @Shows('REGISTER')
  @AnswersAsOf<StreaksArgs>(ofOneOf)
  @Query(() => StreakConnection, {
    description: 'A page of streaks of ratings (5 năm liền), by organisation and year.',
  })
  streaks(
    @Args() args: StreaksArgs,
    @Context() { sight }: RequestContext,
  ): Promise<Connection<StreakType>> {
    const { under, level, atLeastYears, standing } = args;
    return this.lists.documents(
      {
        projection: 'streaks',
        collection: STREAKS,
        filter: { under, level, atLeastYears, standing },
        scope: sight.of('REGISTER'),
        under,
        index: 'level',
        where: { level },
        matches: (document: StreakDocument) =>
          document.years >= atLeastYears &&
          (standing === undefined || document.standing === standing),
        toNode: (document, projectedThrough) => toStreak(document, atLeastYears, projectedThrough),
      },
      args,
    );
  }

  @ResolveField(() => OrganisationType, { description: 'The organisation of the streak.' })
  organisation(
    @Parent() { organisationId }: StreakType,
    @Context() { loaders }: RequestContext,
  ): Promise<OrganisationType> {
    return organisationNamed(loaders, organisationId);
  }
}
