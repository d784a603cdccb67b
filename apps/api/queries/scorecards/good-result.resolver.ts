import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { languageCode, LanguageArgs } from '../../graphql/language';
import { GoodResultType } from './scorecard.types';

@Resolver(() => GoodResultType)
export class GoodResultResolver {
  @ResolveField(() => String, { description: 'What people call it.' })
  label(@Parent() { labels }: GoodResultType, @Args() { language }: LanguageArgs): string {
    return labels[languageCode(language)];
  }
}
