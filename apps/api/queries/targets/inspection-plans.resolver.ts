import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Shows } from '../../access';
import { AnswersAsOf, ofOneOf } from '../../as-of';
import { INSPECTION_PLANS } from '#projections';
import type { InspectionPlanDocument } from '#projections';
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
import { InspectionPlanConnection, InspectionPlanType } from './target.types';

@Resolver(() => InspectionPlanType)
export class InspectionPlansResolver {
  constructor(private readonly lists: Lists) {}

  @Shows('OWN_WORK')
  @AnswersAsOf<OrganisationYearArgs>(ofOneOf)
  @Query(() => InspectionPlanConnection, {
    description: 'Inspection and supervision plans; `organisation` or `year` must be given.',
  })
  inspectionPlans(
    @Args() args: OrganisationYearArgs,
    @Context() { sight }: RequestContext,
  ): Promise<Connection<InspectionPlanType>> {
    requireOneOf(args, 'organisation', 'year');
    const { organisation, year } = args;
    return this.lists.documents(
      {
        projection: 'targets',
        collection: INSPECTION_PLANS,
        filter: { organisation, year },
        scope: sight.of('OWN_WORK'),
        ...indexOfOrganisationYear(args),
        ...amongUnless(organisation, (organisations) => ({
          index: 'organisation',
          where: { organisation: { in: organisations }, ...(year === undefined ? {} : { year }) },
        })),
        toNode: (
          { organisation: organisationId, ...rest }: InspectionPlanDocument,
          projectedThrough,
        ) => ({ organisationId, ...rest, projectedThrough }),
      },
      args,
    );
  }

  @ResolveField(() => OrganisationType, { description: 'Whose plan it is.' })
  organisation(
    @Parent() { organisationId }: InspectionPlanType,
    @Context() { loaders }: RequestContext,
  ): Promise<OrganisationType> {
    return organisationNamed(loaders, organisationId);
  }
}
