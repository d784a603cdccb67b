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
import { CASES } from '#projections';
import type { CaseDocument } from '#projections';
import type { RequestContext } from '../../graphql/request-context';
import { OrganisationType } from '../organisations/organisation.types';
import { organisationNamed } from '../organisations/to-organisation';
import { indexOn, Lists, PageArgs } from '../shared';
import type { Connection } from '../shared';
import { CaseConnection, CaseStateEnum, CaseType } from './case.types';
import type { CaseState } from './case.types';

@ArgsType()
class CasesArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only cases attributed to this organisation.' })
  readonly organisation?: string;

  @Field(() => ID, { nullable: true, description: 'Only cases about this member.' })
  readonly member?: string;

  @Field(() => CaseStateEnum, { nullable: true, description: 'Only cases in this state.' })
  readonly state?: CaseState;
}

@Resolver(() => CaseType)
export class CasesResolver {
  constructor(private readonly lists: Lists) {}

  @Query(() => CaseConnection, {
    description: 'A page of the cases that match all filters, by id.',
  })
  cases(@Args() args: CasesArgs): Promise<Connection<CaseType>> {
    const { organisation, member, state } = args;
    const filter = { organisation, member, state };
    return this.lists.documents(
      {
        projection: 'cases',
        collection: CASES,
        filter,
        ...indexOn(filter, ['member', 'organisation', 'state']),
        matches: (document: CaseDocument) =>
          (organisation === undefined || document.organisation === organisation) &&
          (state === undefined || document.state === state),
        toNode: toCase,
      },
      args,
    );
  }

  @ResolveField(() => OrganisationType, {
    description:
      'The organisation that the case is attributed to, wherever the member is now (R-17).',
  })
  organisation(
    @Parent() { organisationId }: CaseType,
    @Context() { loaders }: RequestContext,
  ): Promise<OrganisationType> {
    return organisationNamed(loaders, organisationId);
  }
}

function toCase(document: CaseDocument, projectedThrough: string): CaseType {
  const { case: id, organisation: organisationId, discipline, ...rest } = document;
  return {
    ...rest,
    id,
    organisationId,
    discipline: discipline.status === 'NONE' ? undefined : discipline,
    projectedThrough,
  };
}
