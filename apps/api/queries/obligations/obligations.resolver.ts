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
import { OBLIGATIONS } from '#projections';
import type { ObligationDocument, ObligationKind, ObligationState } from '#projections';
import type { RequestContext } from '../../graphql/request-context';
import { DateScalar } from '../../graphql/scalars';
import { OrganisationType } from '../organisations/organisation.types';
import { organisationNamed } from '../organisations/to-organisation';
import { Lists, PageArgs } from '../shared';
import type { Connection } from '../shared';
import {
  ObligationConnection,
  ObligationKindEnum,
  ObligationStateEnum,
  ObligationType,
} from './obligation.types';

@ArgsType()
class ObligationsArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Only obligations of this organisation and of those now below it.',
  })
  readonly under?: string;

  @Field(() => DateScalar, { description: 'Only obligations due on this day or later.' })
  readonly from!: string;

  @Field(() => DateScalar, { description: 'Only obligations due on this day or earlier.' })
  readonly to!: string;

  @Field(() => ObligationStateEnum, {
    nullable: true,
    description: 'Only obligations in this state.',
  })
  readonly state?: ObligationState;

  @Field(() => ObligationKindEnum, {
    nullable: true,
    description: 'Only obligations of this kind.',
  })
  readonly kind?: ObligationKind;
}

@Resolver(() => ObligationType)
export class ObligationsResolver {
  constructor(private readonly lists: Lists) {}

  @Query(() => ObligationConnection, {
    description:
      'A page of obligations by due date: meetings, publications, announcements, and the ends of disciplines and of years.',
  })
  obligations(@Args() args: ObligationsArgs): Promise<Connection<ObligationType>> {
    const { under, from, to, state, kind } = args;
    return this.lists.documents(
      {
        projection: 'obligations',
        collection: OBLIGATIONS,
        filter: { under, from, to, state, kind },
        under,
        index: 'due',
        where: { owed: true },
        range: {
          path: 'dueOn',
          from: { value: from, inclusive: true },
          to: { value: to, inclusive: true },
        },
        matches: (document: ObligationDocument) =>
          (state === undefined || document.state === state) &&
          (kind === undefined || document.kind === kind),
        toNode: toObligation,
      },
      args,
    );
  }

  @ResolveField(() => OrganisationType, { description: 'The organisation that owes it.' })
  organisation(
    @Parent() { organisationId }: ObligationType,
    @Context() { loaders }: RequestContext,
  ): Promise<OrganisationType> {
    return organisationNamed(loaders, organisationId);
  }
}

function toObligation(document: ObligationDocument, projectedThrough: string): ObligationType {
  const { organisation: organisationId, ...rest } = document;
  return { organisationId, ...rest, projectedThrough };
}
