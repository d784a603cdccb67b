import {
  Args,
  Context,
  ArgsType,
  Field,
  ID,
  Int,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import type { RequestContext } from '../../graphql/request-context';
import { Shows } from '../../access';
import { AnswersAsOf, AsOfArgs, AsOfPageArgs } from '../../as-of';
import { frameworkDocumentId, FRAMEWORKS } from '#projections';
import type { FrameworkDocument } from '#projections';
import { languageCode, LanguageArgs } from '../../graphql/language';
import { Lists, loadedBody, ReadModels } from '../shared';
import type { Connection } from '../shared';
import {
  CriteriaFrameworkConnection,
  CriteriaFrameworkType,
  FrameworkStateEnum,
} from './framework.types';
import type { FrameworkState } from './framework.types';

@ArgsType()
class FrameworksArgs extends AsOfPageArgs {
  @Field(() => FrameworkStateEnum, { nullable: true, description: 'Only versions in this state.' })
  readonly state?: FrameworkState;
}

@Resolver(() => CriteriaFrameworkType)
export class FrameworksResolver {
  constructor(
    private readonly readModels: ReadModels,
    private readonly lists: Lists,
  ) {}

  @Shows('REGISTER')
  @AnswersAsOf(() => ({}))
  @Query(() => CriteriaFrameworkType, {
    nullable: true,
    description:
      'One version of a framework, the latest without `version`; null when it does not exist.',
  })
  async framework(
    @Args('id', { type: () => ID, description: 'The id of the framework.' }) id: string,
    @Args('version', {
      type: () => Int,
      nullable: true,
      description: 'The version number; the latest when omitted.',
    })
    version: number | undefined,
    @Args() { atLeast }: AsOfArgs,
  ): Promise<CriteriaFrameworkType | undefined> {
    const { collection, projectedThrough } = await this.readModels.read<FrameworkDocument>(
      'frameworks',
      FRAMEWORKS,
      atLeast,
    );
    if (version !== undefined) {
      const document = await loadedBody(collection, frameworkDocumentId(id, version));
      return document && toFramework(document, projectedThrough);
    }
    const { items } = await collection.find({
      where: { framework: id },
      order: { index: 'framework', direction: 'descending' },
      limit: 1,
    });
    const [latest] = items;
    return latest && toFramework(latest.body, projectedThrough);
  }

  @Shows('REGISTER')
  @AnswersAsOf(() => ({}))
  @Query(() => CriteriaFrameworkConnection, { description: 'All framework versions.' })
  frameworks(
    @Args() args: FrameworksArgs,
    @Context() { sight }: RequestContext,
  ): Promise<Connection<CriteriaFrameworkType>> {
    const { state } = args;
    return this.lists.documents(
      {
        projection: 'frameworks',
        collection: FRAMEWORKS,
        filter: { state },
        scope: sight.of('REGISTER'),
        index: state === undefined ? 'framework' : 'state',
        where: state === undefined ? {} : { state },
        toNode: toFramework,
      },
      args,
    );
  }

  @ResolveField(() => String, { description: 'The title of the framework.' })
  title(@Parent() { titles }: CriteriaFrameworkType, @Args() { language }: LanguageArgs): string {
    return titles[languageCode(language)];
  }
}

function toFramework(
  document: FrameworkDocument,
  projectedThrough: string,
): CriteriaFrameworkType | undefined {
  const { framework: id, definition, events: _events, ...rest } = document;
  if (definition === undefined) return undefined;
  const { title: titles, legalBasis = [], validFrom, validTo } = definition;
  return { id, ...rest, titles, legalBasis, validFrom, validTo, definition, projectedThrough };
}
