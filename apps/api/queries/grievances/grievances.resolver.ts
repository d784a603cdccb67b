import {
  Args,
  ArgsType,
  Context,
  Field,
  ID,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { Shows } from '../../access';
import { AnswersAsOf, AsOfPageArgs, ofOneOf } from '../../as-of';
import type { GrievanceFlag } from '#vocabulary';
import { GRIEVANCES } from '#projections';
import type { GrievanceDocument } from '#projections';
import type { RequestContext } from '../../graphql/request-context';
import { GrievanceFlagEnum } from '../../graphql/vocabulary';
import { OrganisationType } from '../organisations/organisation.types';
import { organisationNamed } from '../organisations/to-organisation';
import { amongUnless, indexOn, Lists } from '../shared';
import type { Connection } from '../shared';
import { GrievanceConnection, GrievanceStateEnum, GrievanceType } from './grievance.types';
import type { GrievanceState } from './grievance.types';

@ArgsType()
class GrievancesArgs extends AsOfPageArgs {
  @Field(() => ID, { nullable: true, description: 'Only grievances about this organisation.' })
  readonly organisation?: string;

  @Field(() => GrievanceStateEnum, {
    nullable: true,
    description: 'Only grievances in this state.',
  })
  readonly state?: GrievanceState;

  @Field(() => GrievanceFlagEnum, {
    nullable: true,
    description: 'Only grievances with this flag.',
  })
  readonly flag?: GrievanceFlag;
}

@Resolver(() => GrievanceType)
export class GrievancesResolver {
  constructor(private readonly lists: Lists) {}

  @Shows('OWN_WORK')
  @AnswersAsOf<GrievancesArgs>(ofOneOf)
  @Query(() => GrievanceConnection, {
    description: 'A page of the grievances that match all filters, by id.',
  })
  grievances(
    @Args() args: GrievancesArgs,
    @Context() { sight }: RequestContext,
  ): Promise<Connection<GrievanceType>> {
    const { organisation, state, flag } = args;
    const filter = { organisation, state, flag };
    return this.lists.documents(
      {
        projection: 'grievances',
        collection: GRIEVANCES,
        filter,
        scope: sight.of('OWN_WORK'),
        ...indexOn(filter, ['organisation', 'state']),
        ...amongUnless(organisation, (organisations) => ({
          index: 'organisation',
          where: { organisation: { in: organisations } },
        })),
        matches: (document: GrievanceDocument) =>
          (state === undefined || document.state === state) &&
          (flag === undefined || document.flags.some((flagging) => flagging.flag === flag)),
        toNode: toGrievance,
      },
      args,
    );
  }

  @ResolveField(() => OrganisationType, {
    description: 'The organisation that the grievance is about.',
  })
  organisation(
    @Parent() { organisationId }: GrievanceType,
    @Context() { loaders }: RequestContext,
  ): Promise<OrganisationType> {
    return organisationNamed(loaders, organisationId);
  }
}

function toGrievance(document: GrievanceDocument, projectedThrough: string): GrievanceType {
  const { grievance: id, organisation: organisationId, ...rest } = document;
  return { id, organisationId, ...rest, projectedThrough };
}
