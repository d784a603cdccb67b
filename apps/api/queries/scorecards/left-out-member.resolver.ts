import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { leftOutPage } from '#projections';
import type { RequestContext } from '../../graphql/request-context';
import { OrganisationType } from '../organisations/organisation.types';
import { organisationNamed } from '../organisations/to-organisation';
import { filled, ForwardPageArgs, Lists, ReadModels } from '../shared';
import type { Connection } from '../shared';
import { LeftOutMemberConnection, LeftOutMemberType } from './left-out-member.types';
import { ScorecardType } from './scorecard.types';
import { toLeftOutMember } from './to-scorecard';

/** The members who do not count in the denominator of a scorecard, by name, a page at a time. */
@Resolver(() => ScorecardType)
export class MembersLeftOutResolver {
  constructor(
    private readonly models: ReadModels,
    private readonly lists: Lists,
  ) {}

  @ResolveField(() => LeftOutMemberConnection, {
    description:
      'A page of the members, of the organisation and of all below it, who are not in the denominator on the census date: those of an organisation before those of its children, children by id.',
  })
  membersLeftOut(
    @Parent() { organisationId: organisation, year, projectedThrough }: ScorecardType,
    @Args() args: ForwardPageArgs,
    @Context() { sight }: RequestContext,
  ): Promise<Connection<LeftOutMemberType>> {
    return this.lists.page(
      {
        name: 'scorecards/left-out',
        filter: { organisation, year },
        projectedThrough,
        fetch: ({ limit, after }) =>
          filled(
            limit,
            (cursor) =>
              leftOutPage(this.models, {
                organisation,
                year,
                limit,
                ...(cursor === undefined ? {} : { after: cursor }),
              }),
            // What was below it then may be elsewhere now.
            (leftOut) => sight.sees('MEMBERS', [leftOut.organisation]),
            after,
          ),
        toNode: (leftOut) => toLeftOutMember(leftOut.organisation, leftOut),
      },
      args,
    );
  }
}

@Resolver(() => LeftOutMemberType)
export class LeftOutMemberResolver {
  @ResolveField(() => OrganisationType, {
    description: 'The organisation in which the member is recorded.',
  })
  organisation(
    @Parent() { organisationId }: LeftOutMemberType,
    @Context() { loaders }: RequestContext,
  ): Promise<OrganisationType> {
    return organisationNamed(loaders, organisationId);
  }
}
