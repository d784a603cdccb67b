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
import { REWARDS } from '#projections';
import type { RewardDocument } from '#projections';
import type { RequestContext } from '../../graphql/request-context';
import { OrganisationType } from '../organisations/organisation.types';
import { organisationNamed } from '../organisations/to-organisation';
import { Lists } from '../shared';
import type { Connection } from '../shared';
import { RewardConnection, RewardType } from './reward.types';

@ArgsType()
class RewardsArgs extends AsOfPageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Only rewards of this organisation and of those now below it.',
  })
  readonly under?: string;

  @Field(() => Int, { nullable: true, description: 'Only rewards for this year.' })
  readonly year?: number;
}

@Resolver(() => RewardType)
export class RewardsResolver {
  constructor(private readonly lists: Lists) {}

  @Shows('REGISTER')
  @AnswersAsOf<RewardsArgs>(ofOneOf)
  @Query(() => RewardConnection, {
    description: 'A page of the register of rewards, by year and organisation.',
  })
  rewards(
    @Args() args: RewardsArgs,
    @Context() { sight }: RequestContext,
  ): Promise<Connection<RewardType>> {
    const { under, year } = args;
    return this.lists.documents(
      {
        projection: 'recognitions',
        collection: REWARDS,
        filter: { under, year },
        scope: sight.of('REGISTER'),
        under,
        index: 'year',
        where: year === undefined ? {} : { year },
        toNode: (document: RewardDocument, projectedThrough) => ({
          organisationId: document.organisation,
          grantedById: document.grantedBy,
          year: document.year,
          reward: document.reward,
          id: document.granted.event,
          granted: document.granted,
          projectedThrough,
        }),
      },
      args,
    );
  }

  @ResolveField(() => OrganisationType, { description: 'The rewarded organisation.' })
  organisation(
    @Parent() { organisationId }: RewardType,
    @Context() { loaders }: RequestContext,
  ): Promise<OrganisationType> {
    return organisationNamed(loaders, organisationId);
  }

  @ResolveField(() => OrganisationType, {
    description: 'The organisation that granted the reward.',
  })
  grantedBy(
    @Parent() { grantedById }: RewardType,
    @Context() { loaders }: RequestContext,
  ): Promise<OrganisationType> {
    return organisationNamed(loaders, grantedById);
  }
}
