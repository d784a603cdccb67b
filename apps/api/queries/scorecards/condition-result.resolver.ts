import {
  Args,
  ArgsType,
  Context,
  Field,
  Int,
  Parent,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { EVIDENCE_LIMIT, explain } from '#criteria';
import { languageCode, LanguageArgs } from '../../graphql/language';
import type { RequestContext } from '../../graphql/request-context';
import { RecordedEventType } from '../history/recorded-event.types';
import { ConditionResultType } from './scorecard.types';

@ArgsType()
class EvidenceArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many, the earliest first, 1–${EVIDENCE_LIMIT}. Default: all that are named.`,
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(EVIDENCE_LIMIT)
  readonly first?: number;
}

@Resolver(() => ConditionResultType)
export class ConditionResultResolver {
  @ResolveField(() => String, {
    description: 'The name of the condition, in the language asked for.',
  })
  label(@Parent() { result }: ConditionResultType, @Args() { language }: LanguageArgs): string {
    return result.label[languageCode(language)];
  }

  @ResolveField(() => String, {
    description:
      'The explanation of its status in one or more sentences, in the language asked for.',
  })
  explanation(
    @Parent() { result, scorecardYear: year }: ConditionResultType,
    @Args() { language }: LanguageArgs,
  ): string {
    return explain(result, languageCode(language), { year });
  }

  @ResolveField(() => [RecordedEventType], { description: 'The events that decided the status.' })
  async evidence(
    @Parent() { result }: ConditionResultType,
    @Args() { first }: EvidenceArgs,
    @Context() { loaders }: RequestContext,
  ): Promise<RecordedEventType[]> {
    const wanted = result.evidence.slice(0, first);
    const events = await Promise.all(wanted.map(({ event }) => loaders.events.load(event)));
    return events.flatMap((found) =>
      // One that the timeline does not hold yet is there when the scorecard is asked again.
      found === undefined ? [] : [{ ...found.body, projectedThrough: found.projectedThrough }],
    );
  }
}
