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
import { OBLIGATIONS } from '#projections';
import type { ObligationDocument, ObligationKind } from '#projections';
import type { RequestContext } from '../../graphql/request-context';
import { DateScalar } from '../../graphql/scalars';
import { OrganisationType } from '../organisations/organisation.types';
import { organisationNamed } from '../organisations/to-organisation';
import { EventRefType, Lists, PageArgs } from '../shared';
import type { Connection } from '../shared';
import { judgedObligation } from './meetings-that-count';
import type { JudgedObligationState } from './meetings-that-count';
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
  readonly state?: JudgedObligationState;

  @Field(() => ObligationKindEnum, {
    nullable: true,
    description: 'Only obligations of this kind.',
  })
  readonly kind?: ObligationKind;
}

@Resolver(() => ObligationType)
export class ObligationsResolver {
  constructor(private readonly lists: Lists) {}

  @Shows('OWN_WORK')
  @Query(() => ObligationConnection, {
    description:
      'A page of obligations by due date: meetings, publications, announcements, and the ends of disciplines and of years.',
  })
  obligations(
    @Args() args: ObligationsArgs,
    @Context() { loaders, sight }: RequestContext,
  ): Promise<Connection<ObligationType>> {
    const { under, from, to, state, kind } = args;
    return this.lists.documents(
      {
        projection: 'obligations',
        collection: OBLIGATIONS,
        filter: { under, from, to, state, kind },
        scope: sight.of('OWN_WORK'),
        under,
        index: 'due',
        where: { owed: true },
        among: (organisations) => ({
          index: 'scope',
          where: { organisation: { in: organisations }, owed: true },
        }),
        range: {
          path: 'dueOn',
          from: { value: from, inclusive: true },
          to: { value: to, inclusive: true },
        },
        matches: async (document: ObligationDocument) =>
          (kind === undefined || document.kind === kind) &&
          (state === undefined || (await judgedObligation(document, loaders)).state === state),
        toNode: toObligation,
      },
      args,
    );
  }

  @ResolveField(() => ObligationStateEnum, {
    description: 'Whether it is open, fulfilled, held without counting, overdue or lapsed.',
  })
  async state(
    @Parent() { document }: ObligationType,
    @Context() { loaders }: RequestContext,
  ): Promise<JudgedObligationState> {
    return (await judgedObligation(document, loaders)).state;
  }

  @ResolveField(() => [EventRefType], {
    description: 'The events that fulfilled it; empty while none did.',
  })
  async fulfilledBy(
    @Parent() { document }: ObligationType,
    @Context() { loaders }: RequestContext,
  ): Promise<readonly EventRefType[]> {
    return (await judgedObligation(document, loaders)).fulfilledBy;
  }

  @ResolveField(() => [EventRefType], {
    description:
      'The meetings that were held and do not count (R-10): too short, or without documents in time.',
  })
  async heldInvalid(
    @Parent() { document }: ObligationType,
    @Context() { loaders }: RequestContext,
  ): Promise<readonly EventRefType[]> {
    return (await judgedObligation(document, loaders)).heldInvalid;
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
  const { organisation: organisationId, kind, year, period, dueOn, imported } = document;
  const { case: ofCase, owedSince, overdue } = document;
  return {
    document,
    organisationId,
    kind,
    year,
    ...(period === undefined ? {} : { period }),
    ...(ofCase === undefined ? {} : { case: ofCase }),
    dueOn,
    imported,
    ...(owedSince === undefined ? {} : { owedSince }),
    ...(overdue === undefined ? {} : { overdue }),
    projectedThrough,
  };
}
