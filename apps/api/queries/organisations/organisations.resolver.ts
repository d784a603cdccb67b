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
import { IsOptional, IsString, Length } from 'class-validator';
import type { OrganisationKind } from '#vocabulary';
import { ORGANISATIONS, organisationDocumentId, organisationsPage } from '#projections';
import type { OrganisationDocument, OrganisationView } from '#projections';
import type { RequestContext } from '../../graphql/request-context';
import { OrganisationKindEnum } from '../../graphql/vocabulary';
import { AtLeastArgs, ForwardPageArgs, Lists, loadedBody, PageArgs, ReadModels } from '../shared';
import type { Connection, DocumentList } from '../shared';
import { OrganisationConnection, OrganisationType } from './organisation.types';
import { findOrganisation, organisationOf, toOrganisation } from './to-organisation';

@ArgsType()
class OrganisationsArgs extends ForwardPageArgs {
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
  ) {}

  @Query(() => OrganisationType, {
    nullable: true,
    description: 'One organisation; null when nothing is recorded about this id.',
  })
  async organisation(
    @Args('id', { type: () => ID, description: 'The id of the organisation.' }) id: string,
    @Args() { atLeast }: AtLeastArgs,
  ): Promise<OrganisationType | undefined> {
    const { collection, projectedThrough } = await this.read(atLeast);
    const document = await loadedBody(collection, organisationDocumentId(id));
    return document && organisationOf(document, projectedThrough);
  }

  @Query(() => OrganisationConnection, {
    description:
      'A page of organisations: all by id, or those below one in tree order, each before its children.',
  })
  async organisations(@Args() args: OrganisationsArgs): Promise<Connection<OrganisationType>> {
    const { first, after, atLeast, ...selection } = args;
    const { collection, projectedThrough } = await this.read(atLeast);
    return this.lists.page(
      {
        name: ORGANISATIONS,
        filter: selection,
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
    return parentId === undefined ? undefined : findOrganisation(loaders, parentId);
  }

  @ResolveField(() => OrganisationConnection, {
    description: 'The existing organisations directly below it, by id.',
  })
  children(
    @Parent() { id }: OrganisationType,
    @Args() args: PageArgs,
  ): Promise<Connection<OrganisationType>> {
    return this.linked(
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
  ): Promise<Connection<OrganisationType>> {
    return this.linked(
      {
        filter: { mergedInto: id },
        index: 'merged-into',
        where: { 'current.mergedInto': id },
      },
      args,
    );
  }

  private linked(
    list: Pick<
      DocumentList<OrganisationType, OrganisationDocument>,
      'filter' | 'index' | 'where' | 'matches'
    >,
    args: PageArgs,
  ): Promise<Connection<OrganisationType>> {
    return this.lists.documents(
      {
        projection: 'organisations',
        collection: ORGANISATIONS,
        toNode: organisationOf,
        ...list,
      },
      args,
    );
  }

  private read(atLeast: string | undefined) {
    return this.readModels.read<OrganisationDocument>('organisations', ORGANISATIONS, atLeast);
  }
}

function named<I extends { readonly view: OrganisationView }>(item: I, projectedThrough: string) {
  const node = toOrganisation(item.view, projectedThrough);
  return node === undefined ? [] : [{ ...item, node }];
}
