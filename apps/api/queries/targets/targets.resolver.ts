import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Shows } from '../../access';
import { AnswersAsOf, ofOneOf } from '../../as-of';
import { TARGETS } from '#projections';
import type { TargetDocument } from '#projections';
import type { RequestContext } from '../../graphql/request-context';
import { OrganisationType } from '../organisations/organisation.types';
import { organisationNamed } from '../organisations/to-organisation';
import {
  amongUnless,
  indexOfOrganisationYear,
  Lists,
  OrganisationYearArgs,
  requireOneOf,
} from '../shared';
import type { Connection } from '../shared';
import { TargetConnection, TargetType } from './target.types';

@Resolver(() => TargetType)
export class TargetsResolver {
  constructor(private readonly lists: Lists) {}

  @Shows('OWN_WORK')
  @AnswersAsOf<OrganisationYearArgs>(ofOneOf)
  @Query(() => TargetConnection, {
    description: 'A page of targets by year and code; `organisation` or `year` is required.',
  })
  targets(
    @Args() args: OrganisationYearArgs,
    @Context() { sight }: RequestContext,
  ): Promise<Connection<TargetType>> {
    requireOneOf(args, 'organisation', 'year');
    const { organisation, year } = args;
    return this.lists.documents(
      {
        projection: 'targets',
        collection: TARGETS,
        filter: { organisation, year },
        scope: sight.of('OWN_WORK'),
        ...indexOfOrganisationYear(args),
        ...amongUnless(organisation, (organisations) => ({
          index: 'organisation',
          where: { organisation: { in: organisations }, ...(year === undefined ? {} : { year }) },
        })),
        toNode: ({ organisation: organisationId, ...rest }: TargetDocument, projectedThrough) => ({
          organisationId,
          ...rest,
          projectedThrough,
        }),
      },
      args,
    );
  }

  @ResolveField(() => OrganisationType, {
    description: 'The organisation that the target is assigned to.',
  })
  organisation(
    @Parent() { organisationId }: TargetType,
    @Context() { loaders }: RequestContext,
  ): Promise<OrganisationType> {
    return organisationNamed(loaders, organisationId);
  }
}
