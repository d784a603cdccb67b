import { Args, ArgsType, Field, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { languageCode, LanguageArgs } from '../../graphql/language';
import { ConditionResultType, GoodResultType, StatusEnum } from './scorecard.types';
import type { Status } from './scorecard.types';

@ArgsType()
class ConditionsArgs {
  @Field(() => StatusEnum, { nullable: true, description: 'Only conditions with this status.' })
  @IsOptional()
  readonly status?: Status;
}

@Resolver(() => GoodResultType)
export class GoodResultResolver {
  @ResolveField(() => String, { description: 'The name of the good, in the language asked for.' })
  label(@Parent() { labels }: GoodResultType, @Args() { language }: LanguageArgs): string {
    return labels[languageCode(language)];
  }

  @ResolveField(() => [ConditionResultType], { description: 'The conditions of the good.' })
  conditions(
    @Parent() { allConditions }: GoodResultType,
    @Args() { status }: ConditionsArgs,
  ): readonly ConditionResultType[] {
    return status === undefined
      ? allConditions
      : allConditions.filter((condition) => condition.status === status);
  }
}
