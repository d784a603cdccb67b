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
import { PLEDGES } from '#projections';
import type { PledgeDocument } from '#projections';
import type { RequestContext } from '../../graphql/request-context';
import { OrganisationType } from '../organisations/organisation.types';
import { organisationNamed } from '../organisations/to-organisation';
import { amongUnless, indexOn, Lists, requireOneOf } from '../shared';
import type { Connection } from '../shared';
import { PledgeConnection, PledgeStateEnum, PledgeType } from './pledge.types';
import type { PledgeState } from './pledge.types';

@ArgsType()
class PledgesArgs extends AsOfPageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Only pledges of this organisation and its members.',
  })
  readonly organisation?: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Only pledges of this organisation, of those now below it, and of the members of all of them.',
  })
  readonly under?: string;

  @Field(() => ID, { nullable: true, description: 'Only pledges of this member.' })
  readonly member?: string;

  @Field(() => ID, { nullable: true, description: 'Only pledges under this campaign.' })
  readonly campaign?: string;

  @Field(() => Int, { nullable: true, description: 'Only pledges for this year.' })
  readonly year?: number;

  @Field(() => PledgeStateEnum, { nullable: true, description: 'Only pledges in this state.' })
  readonly state?: PledgeState;
}

@Resolver(() => PledgeType)
export class PledgesResolver {
  constructor(private readonly lists: Lists) {}

  @Shows('OWN_WORK')
  @AnswersAsOf<PledgesArgs>(ofOneOf)
  @Query(() => PledgeConnection, {
    description: 'A page of pledges; `organisation`, `under`, `member` or `campaign` is required.',
  })
  pledges(
    @Args() args: PledgesArgs,
    @Context() { sight }: RequestContext,
  ): Promise<Connection<PledgeType>> {
    requireOneOf(args, 'organisation', 'under', 'member', 'campaign');
    const { organisation, under, member, campaign, year, state } = args;
    const filter = { organisation, under, member, campaign, year, state };
    return this.lists.documents(
      {
        projection: 'pledges',
        collection: PLEDGES,
        filter,
        scope: sight.of('OWN_WORK'),
        under,
        ...indexOn(filter, ['member', 'organisation', 'campaign']),
        ...amongUnless(member ?? organisation, (organisations) => ({
          index: 'scope',
          where: { organisation: { in: organisations } },
        })),
        matches: (document: PledgeDocument) =>
          (organisation === undefined || document.organisation === organisation) &&
          (campaign === undefined || document.campaign === campaign) &&
          (year === undefined || document.year === year) &&
          (state === undefined || document.state === state),
        toNode: toPledge,
      },
      args,
    );
  }

  @ResolveField(() => OrganisationType, {
    description: 'The organisation that pledged, or that of the member.',
  })
  organisation(
    @Parent() { organisationId }: PledgeType,
    @Context() { loaders }: RequestContext,
  ): Promise<OrganisationType> {
    return organisationNamed(loaders, organisationId);
  }
}

function toPledge(document: PledgeDocument, projectedThrough: string): PledgeType {
  const { organisation: organisationId, by: _by, ...rest } = document;
  return { organisationId, ...rest, projectedThrough };
}
