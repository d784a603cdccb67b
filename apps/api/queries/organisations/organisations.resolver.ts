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
import {
  AnswersAsOf,
  AsOfArgs,
  AsOfForwardPageArgs,
  currentMoment,
  Moments,
  under,
} from '../../as-of';
import type { Sight } from '../../access';
import { IsOptional, IsString, Length } from 'class-validator';
import type { OrganisationKind } from '#vocabulary';
import { ORGANISATIONS, organisationDocumentId, organisationsPage } from '#projections';
import type { OrganisationDocument, OrganisationView } from '#projections';
import { notToldAsOf } from '../../errors';
import type { RequestContext } from '../../graphql/request-context';
import { OrganisationKindEnum } from '../../graphql/vocabulary';
import { Lists, loadedBody, PageArgs, ReadModels } from '../shared';
import type { Connection, DocumentList, RequestLoaders } from '../shared';
import { IdSinceType, OrganisationConnection, OrganisationType } from './organisation.types';
import { findOrganisation, organisationOf, toOrganisation } from './to-organisation';

@ArgsType()
class OrganisationsArgs extends AsOfForwardPageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Only organisations below this one, at any depth.',
  })
  @IsOptional()
  @IsString()
  readonly under?: string;

  @Field(() => OrganisationKindEnum, {
    nullable: true,
    description: 'Only organisations of this kind.',
  })
  readonly kind?: OrganisationKind;

  @Field(() => String, {
    nullable: true,
    description: 'Only organisations of this type (loại hình).',
  })
  @IsOptional()
  @IsString()
  readonly type?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Only organisations whose name contains this text, regardless of case and accents.',
  })
  @IsOptional()
  @Length(1, 200)
  readonly search?: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Includes organisations that were merged or dissolved.',
  })
  readonly includeEnded!: boolean;
}

@Resolver(() => OrganisationType)
export class OrganisationsResolver {
  constructor(
    private readonly readModels: ReadModels,
    private readonly lists: Lists,
    private readonly moments: Moments,
  ) {}

  @Shows('REGISTER')
  @AnswersAsOf<{ readonly id: string }>(({ id }) => under(id))
  @Query(() => OrganisationType, {
    nullable: true,
    description: 'One organisation; null when nothing is recorded about this id.',
  })
  async organisation(
    @Args('id', { type: () => ID, description: 'The id of the organisation.' }) id: string,
    @Args() { atLeast }: AsOfArgs,
  ): Promise<OrganisationType | undefined> {
    const { collection, projectedThrough } = await this.read(atLeast);
    const document = await loadedBody(collection, organisationDocumentId(id));
    return document && organisationOf(document, projectedThrough);
  }

  @Shows('REGISTER')
  @AnswersAsOf<OrganisationsArgs>((args) => under(args.under))
  @Query(() => OrganisationConnection, {
    description:
      'A page of organisations: all by id, or those below one in tree order, each before its children.',
  })
  async organisations(@Args() args: OrganisationsArgs): Promise<Connection<OrganisationType>> {
    const { first, after, atLeast, asOf: _, ...selection } = args;
    const { collection, projectedThrough } = await this.read(atLeast);
    return this.lists.page(
      {
        name: ORGANISATIONS,
        filter: { ...selection, asOf: currentMoment()?.position },
        projectedThrough,
        fetch: async (page) => {
          const { items, ...rest } = await organisationsPage(collection, selection, page);
          return { items: items.flatMap((item) => named(item, projectedThrough)), ...rest };
        },
        toNode: ({ node }) => node,
      },
      { ...(first === undefined ? {} : { first }), ...(after === undefined ? {} : { after }) },
    );
  }

  @ResolveField(() => OrganisationType, {
    nullable: true,
    description: 'The organisation currently directly above it; null at the top.',
  })
  parent(
    @Parent() { parentId }: OrganisationType,
    @Context() { loaders }: RequestContext,
  ): Promise<OrganisationType | undefined> | undefined {
    return parentId === undefined ? undefined : parentOf(parentId, loaders);
  }

  @ResolveField(() => OrganisationConnection, {
    description: 'The existing organisations directly below it, by id.',
  })
  children(
    @Parent() { id }: OrganisationType,
    @Args() args: PageArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<OrganisationType>> {
    return this.linked(
      context,
      id,
      {
        filter: { parent: id },
        index: 'parent',
        where: { 'current.parent': id },
        matches: ({ current }: OrganisationDocument) => current?.ended === false,
      },
      args,
    );
  }

  @ResolveField(() => OrganisationConnection, {
    description: 'The organisations that were merged into it, by id.',
  })
  mergedFrom(
    @Parent() { id }: OrganisationType,
    @Args() args: PageArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<OrganisationType>> {
    return this.linked(
      context,
      id,
      {
        filter: { mergedInto: id },
        index: 'merged-into',
        where: { 'current.mergedInto': id },
      },
      args,
    );
  }

  @ResolveField(() => ID, {
    nullable: true,
    description:
      'The member who is secretary (bí thư); null when nobody is, and where you may not see members.',
  })
  secretary(
    @Parent() { id, secretaryId }: OrganisationType,
    @Context() { sight }: RequestContext,
  ): MaybeLater<string | undefined> {
    return personsOf(id, sight, secretaryId, undefined);
  }

  @ResolveField(() => [IdSinceType], {
    description: 'The secretaries, in order of time; empty where you may not see members.',
  })
  secretaries(
    @Parent() { id, allSecretaries }: OrganisationType,
    @Context() { sight }: RequestContext,
  ): MaybeLater<readonly IdSinceType[]> {
    return personsOf(id, sight, allSecretaries, []);
  }

  @ResolveField(() => ID, {
    nullable: true,
    description:
      'The member of the committee above who is in charge (cấp ủy viên phụ trách); null when nobody is, and where you may not see members.',
  })
  delegate(
    @Parent() { id, delegateId }: OrganisationType,
    @Context() { sight }: RequestContext,
  ): MaybeLater<string | undefined> {
    return personsOf(id, sight, delegateId, undefined);
  }

  @ResolveField(() => [IdSinceType], {
    description:
      'The members of the committee above who were in charge, in order of time; empty where you may not see members.',
  })
  delegates(
    @Parent() { id, allDelegates }: OrganisationType,
    @Context() { sight }: RequestContext,
  ): MaybeLater<readonly IdSinceType[]> {
    return personsOf(id, sight, allDelegates, []);
  }

  private linked(
    { sight }: RequestContext,
    organisation: string,
    list: Pick<
      DocumentList<OrganisationType, OrganisationDocument>,
      'filter' | 'index' | 'where' | 'matches'
    >,
    args: PageArgs,
  ): Promise<Connection<OrganisationType>> {
    const documents = () =>
      this.lists.documents(
        {
          projection: 'organisations',
          collection: ORGANISATIONS,
          scope: sight.of('REGISTER'),
          toNode: organisationOf,
          ...list,
        },
        args,
      );
    return this.moments.knowing(organisation, documents);
  }

  private read(atLeast: string | undefined) {
    return this.readModels.read<OrganisationDocument>('organisations', ORGANISATIONS, atLeast);
  }
}

/** As of a moment, one that is not known there is not for that reason nobody. */
async function parentOf(
  parent: string,
  loaders: RequestLoaders,
): Promise<OrganisationType | undefined> {
  const found = await findOrganisation(loaders, parent);
  if (found === undefined && currentMoment() !== undefined) throw notToldAsOf(`what ${parent} is`);
  return found;
}

function named<I extends { readonly view: OrganisationView }>(item: I, projectedThrough: string) {
  const node = toOrganisation(item.view, projectedThrough);
  return node === undefined ? [] : [{ ...item, node }];
}

type MaybeLater<Value> = Value | Promise<Value>;

/** Who an organisation's people are is seen by those who see its members. */
function personsOf<Value>(
  organisation: string,
  sight: Sight,
  value: Value,
  hidden: Value,
): MaybeLater<Value> {
  if (sight.of('MEMBERS').isWhole) return value;
  return sight.sees('MEMBERS', [organisation]).then((isSeen) => (isSeen ? value : hidden));
}
