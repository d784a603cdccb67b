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
    description: 'Of this organisation and all that were below it when they came to owe it.',
  })
  readonly under?: string;

  @Field(() => DateScalar, { description: 'Due on this day or later.' })
  readonly from!: string;

  @Field(() => DateScalar, { description: 'Due on this day or earlier.' })
  readonly to!: string;

  @Field(() => ObligationStateEnum, { nullable: true, description: 'In this state.' })
  readonly state?: ObligationState;

  @Field(() => ObligationKindEnum, { nullable: true, description: 'Of this kind.' })
  readonly kind?: ObligationKind;
}

@Resolver(() => ObligationType)
export class ObligationsResolver {
  constructor(private readonly lists: Lists) {}

  @Query(() => ObligationConnection, {
    description:
      'What has to happen, or had to, by a date: meetings, publications, announcements, the ends of disciplines and of years; by date.',
  })
  obligations(@Args() args: ObligationsArgs): Promise<Connection<ObligationType>> {
    const { under, from, to, state, kind } = args;
    return this.lists.documents(
      {
        projection: 'obligations',
        collection: OBLIGATIONS,
        filter: { under, from, to, state, kind },
        ...(under === undefined
          ? { index: 'due', where: { owed: true } }
          : { index: 'below', where: { lineage: under, owed: true } }),
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

  @ResolveField(() => OrganisationType, { description: 'Who owes it.' })
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
