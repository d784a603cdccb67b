import { Inject } from '@nestjs/common';
import { Args, ArgsType, Context, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { holdsAt } from '#domain';
import { GRANTS } from '#projections';
import type { GrantDocument } from '#projections';
import { Shows } from '../../access';
import type { RequestContext } from '../../graphql/request-context';
import { CLOCK } from '../../injection-tokens';
import { amongUnless, indexOn, Lists, PageArgs } from '../shared';
import type { Connection } from '../shared';
import { GrantConnection, GrantType } from './grant.types';

@ArgsType()
class GrantsArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description:
      'Only grants of this person or program. Without it, whoever may not give roles gets the own grants.',
  })
  readonly subject?: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Only grants of roles held in this organisation.',
  })
  readonly organisation?: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Only grants of roles held in this organisation and in those now below it; one that has ended is where its successor is.',
  })
  readonly under?: string;
}

@Resolver(() => GrantType)
export class GrantsResolver {
  constructor(
    private readonly lists: Lists,
    @Inject(CLOCK) private readonly now: () => Date,
  ) {}

  @Shows('GRANTS')
  @Query(() => GrantConnection, {
    description:
      'A page of the grants that match all filters, by id: of the own scope for whoever may give roles, of oneself for everybody.',
  })
  grants(
    @Args() args: GrantsArgs,
    @Context() { actor, sight }: RequestContext,
  ): Promise<Connection<GrantType>> {
    const { organisation, under } = args;
    const { subject = sight.seesGrantsOfOthers ? undefined : actor.id } = args;
    const filter = { subject, organisation, under };
    const now = this.now().toISOString();
    return this.lists.documents(
      {
        projection: 'grants',
        collection: GRANTS,
        filter,
        scope: subject === actor.id ? sight.whole : sight.of('GRANTS'),
        under,
        ...indexOn(filter, ['subject', 'organisation']),
        ...amongUnless(subject ?? organisation, (organisations) => ({
          index: 'organisation',
          where: { organisation: { in: organisations } },
        })),
        matches: (document: GrantDocument) =>
          (subject === undefined || document.subject === subject) &&
          (organisation === undefined || document.organisation === organisation),
        toNode: (document, projectedThrough) => toGrant(document, now, projectedThrough),
      },
      args,
    );
  }
}

function toGrant(document: GrantDocument, now: string, projectedThrough: string): GrantType {
  const { grant: id, holdsFrom: from, holdsUntil: to, ...rest } = document;
  return {
    ...rest,
    id,
    from,
    ...(to === undefined ? {} : { to }),
    holds: holdsAt(document, now),
    projectedThrough,
  };
}
