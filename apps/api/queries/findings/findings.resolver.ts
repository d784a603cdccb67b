import {
  Args,
  ArgsType,
  Context,
  Field,
  ID,
  Int,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { Shows } from '../../access';
import { explainFinding, FINDINGS } from '#projections';
import type { Figures, FindingDocument, FindingKind, FindingState } from '#projections';
import { languageCode, LanguageArgs } from '../../graphql/language';
import type { RequestContext } from '../../graphql/request-context';
import { OrganisationType } from '../organisations/organisation.types';
import { organisationNamed } from '../organisations/to-organisation';
import { Lists, PageArgs } from '../shared';
import type { Connection } from '../shared';
import { FindingKindEnum } from './finding-kind.enum';
import { FindingConnection, FindingStateEnum, FindingType } from './finding.types';
import { selectionAmong, selectionOf } from './finding-selection';

@ArgsType()
class FindingsArgs extends PageArgs {
  @Field(() => FindingKindEnum, { nullable: true, description: 'Only findings of this kind.' })
  readonly kind?: FindingKind;

  @Field(() => ID, {
    nullable: true,
    description: 'Only findings of this organisation and of those now below it.',
  })
  readonly under?: string;

  @Field(() => Int, { nullable: true, description: 'Only findings of this year.' })
  readonly year?: number;

  @Field(() => ID, { nullable: true, description: 'Only findings about this case.' })
  readonly case?: string;

  @Field(() => ID, { nullable: true, description: 'Only findings about this member.' })
  readonly member?: string;

  @Field(() => FindingStateEnum, {
    description: 'Findings that hold, or those that were settled.',
    defaultValue: 'OPEN',
  })
  readonly state!: FindingState;
}

@Resolver(() => FindingType)
export class FindingsResolver {
  constructor(private readonly lists: Lists) {}

  @Shows('OWN_WORK')
  @Query(() => FindingConnection, {
    description:
      'A page of findings, by year and month: those that hold, unless others are asked for.',
  })
  findings(
    @Args() args: FindingsArgs,
    @Context() { sight }: RequestContext,
  ): Promise<Connection<FindingType>> {
    const { kind, under, year, case: id, member, state } = args;
    return this.lists.documents(
      {
        projection: 'findings',
        collection: FINDINGS,
        filter: { kind, under, year, case: id, member, state },
        scope: sight.of('OWN_WORK'),
        under,
        ...selectionOf(args),
        among: (organisations) => selectionAmong(organisations, args),
        matches: (document: FindingDocument) =>
          (kind === undefined || document.kind === kind) &&
          (id === undefined || document.case === id) &&
          (member === undefined || document.member === member),
        toNode: (document: FindingDocument, projectedThrough) => {
          const { organisation: organisationId, about: _, ...shown } = document;
          return { organisationId, ...shown, projectedThrough };
        },
      },
      args,
    );
  }

  @ResolveField(() => OrganisationType, {
    description: 'The organisation that the finding is about.',
  })
  organisation(
    @Parent() { organisationId }: FindingType,
    @Context() { loaders }: RequestContext,
  ): Promise<OrganisationType> {
    return organisationNamed(loaders, organisationId);
  }

  @ResolveField(() => String, {
    description: 'The finding in one sentence, in the language asked for.',
  })
  explanation(
    @Parent() { kind, figures }: FindingType,
    @Args() { language }: LanguageArgs,
  ): string {
    return explainFinding({ kind, figures: figures as Figures }, languageCode(language));
  }
}
