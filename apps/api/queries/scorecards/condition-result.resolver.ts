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
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { EVIDENCE_LIMIT, explain } from '#criteria';
import type { EvidenceRef } from '#criteria';
import { evidencePage } from '#projections';
import { languageCode, LanguageArgs } from '../../graphql/language';
import type { RequestContext } from '../../graphql/request-context';
import { PositionScalar } from '../../graphql/scalars';
import { RecordedEventType } from '../history/recorded-event.types';
import { ReadModels } from '../shared/read-models';
import { eventsSeen } from './events-seen';
import { ConditionResultType } from './scorecard.types';

/** Events in one answer. */
const MOST_AT_ONCE = 200;
/** Events of one condition that are looked at to tell how many are hidden. */
const MOST_COUNTED = 10_000;

@ArgsType()
class EvidenceArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many, the earliest first, 1–${MOST_AT_ONCE}. Default: those kept with the scorecard, at most ${EVIDENCE_LIMIT} of each kind of event, or ${EVIDENCE_LIMIT} after a position.`,
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_AT_ONCE)
  readonly first?: number;

  @Field(() => PositionScalar, {
    nullable: true,
    description:
      'Only events after this position: that of the last event of the page before, or 0 to page through all of them. Those of organisations below are as of 31 December.',
  })
  @IsOptional()
  @IsString()
  readonly after?: string;
}

@Resolver(() => ConditionResultType)
export class ConditionResultResolver {
  constructor(private readonly models: ReadModels) {}

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

  @ResolveField(() => Int, {
    description:
      'How many events decided it, of those you may see; `evidence` lists them in pages.',
  })
  async evidenceCount(
    @Parent() condition: ConditionResultType,
    @Context() context: RequestContext,
  ): Promise<number> {
    const { evidence, unlisted } = condition.result;
    return evidence.length + (unlisted?.count ?? 0) - (await this.hidden(condition, context));
  }

  @ResolveField(() => Int, {
    description: 'How many events decided it that concern nothing you may see.',
  })
  hiddenEvidence(
    @Parent() condition: ConditionResultType,
    @Context() context: RequestContext,
  ): Promise<number> {
    return this.hidden(condition, context);
  }

  @ResolveField(() => [RecordedEventType], {
    description: 'The events that decided it, the earliest recorded first.',
  })
  async evidence(
    @Parent() condition: ConditionResultType,
    @Args() { first, after }: EvidenceArgs,
    @Context() context: RequestContext,
  ): Promise<readonly RecordedEventType[]> {
    const limit = first ?? (after === undefined ? undefined : EVIDENCE_LIMIT);
    const seen: RecordedEventType[] = [];
    // A page is full, however many events in between nobody who asks may see.
    for (let from = after; ;) {
      const wanted = await this.wanted(condition, { first, after: from });
      seen.push(...(await eventsSeen(wanted, context)));
      const isEnd = after === undefined || wanted.length < (first ?? EVIDENCE_LIMIT);
      if (isEnd || seen.length >= (limit ?? 0)) return seen.slice(0, limit);
      from = wanted.at(-1)?.position;
    }
  }

  private async hidden(condition: ConditionResultType, context: RequestContext): Promise<number> {
    if (context.sight.of('HISTORY').isWhole) return 0;
    const all = await this.wanted(condition, { first: MOST_COUNTED, after: '0' });
    return all.length - (await eventsSeen(all, context)).length;
  }

  /** Those kept with the scorecard; after a position, also what it does not list. */
  private async wanted(
    { result, scorecardYear: year, scorecardOrganisation: organisation }: ConditionResultType,
    { first, after }: { readonly first?: number | undefined; readonly after?: string | undefined },
  ): Promise<readonly EvidenceRef[]> {
    const { evidence, unlisted } = result;
    if (after === undefined) return evidence.slice(0, first);
    const limit = first ?? EVIDENCE_LIMIT;
    const listed = evidence.filter(({ position }) => BigInt(position) > BigInt(after));
    if (unlisted === undefined) return listed.slice(0, limit);
    const { kinds } = unlisted;
    const page = { organisation, year, kinds, after, limit };
    const others = await evidencePage(this.models, page);
    const all = new Map([...listed, ...others].map((ref) => [ref.event, ref]));
    return [...all.values()]
      .sort((a, b) => Number(BigInt(a.position) - BigInt(b.position)))
      .slice(0, limit);
  }
}
