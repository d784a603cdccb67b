import { Inject } from '@nestjs/common';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { explain } from '#criteria';
import type { ConditionResult } from '#criteria';
import type { EventLog } from '#event-log';
import type { ProjectedModels } from '#projection-engine';
import { toldStanding } from '#projections';
import { Shows } from '../../access';
import { AsOfInput, Moments } from '../../as-of';
import { validationFailed } from '../../errors';
import { languageCode, LanguageArgs } from '../../graphql/language';
import type { RequestContext } from '../../graphql/request-context';
import { EVENT_LOG, PROJECTED_MODELS } from '../../injection-tokens';
import { RecordedEventType } from '../history/recorded-event.types';
import { eventsSeen } from './events-seen';
import { ConditionStateType, ScorecardChangeType } from './scorecard-change.types';
import { changesBetween } from './scorecard-changes';
import type { ConditionChange } from './scorecard-changes';

@Resolver(() => ScorecardChangeType)
export class ScorecardChangesResolver {
  constructor(
    private readonly moments: Moments,
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(PROJECTED_MODELS) private readonly models: ProjectedModels,
  ) {}

  @Shows('OWN_WORK')
  @Query(() => [ScorecardChangeType], {
    description:
      'The conditions of a scorecard that stand otherwise at the later of two moments than at the earlier one, and the events that changed them.',
  })
  async scorecardDiff(
    @Args('organisation', { type: () => ID, description: 'The id of the organisation.' })
    organisation: string,
    @Args('year', { type: () => Int, description: 'The year of the scorecard.' }) year: number,
    @Args('from', { type: () => AsOfInput, description: 'The earlier moment.' }) from: AsOfInput,
    @Args('to', { type: () => AsOfInput, description: 'The later moment.' }) to: AsOfInput,
    @Context() { sight, time }: RequestContext,
  ): Promise<readonly ScorecardChangeType[]> {
    if (!(await sight.sees('OWN_WORK', [organisation]))) return [];
    const [first, last] = [
      await this.moments.positionOf(from, 'from'),
      await this.moments.positionOf(to, 'to'),
    ];
    if (BigInt(first) > BigInt(last)) throw laterThanTo();
    const known = { organisations: [organisation], years: [year] };
    const { events } = await this.moments.historyOf(known, last);
    const history = { events, log: this.log, leftOut: await this.models.leftOut() };
    const span = { from: BigInt(first), history, requireTime: () => time.requireLeft() };
    const changes = await changesBetween(span, { organisation, year });
    return changes.map((change) => toChange(change, organisation, year));
  }

  @ResolveField(() => String, {
    description: 'The name of the condition, in the language asked for.',
  })
  label(@Parent() { result }: ScorecardChangeType, @Args() { language }: LanguageArgs): string {
    return result.label[languageCode(language)];
  }

  @ResolveField(() => [RecordedEventType], {
    description: 'The events that changed it, of those you may see, in recording order.',
  })
  events(
    @Parent() { changedBy }: ScorecardChangeType,
    @Context() context: RequestContext,
  ): Promise<readonly RecordedEventType[]> {
    return eventsSeen(
      changedBy.map((event) => ({ event })),
      context,
    );
  }

  @ResolveField(() => Int, {
    description: 'How many events that changed it concern nothing you may see.',
  })
  async hiddenEvents(
    @Parent() change: ScorecardChangeType,
    @Context() context: RequestContext,
  ): Promise<number> {
    return change.changedBy.length - (await this.events(change, context)).length;
  }
}

@Resolver(() => ConditionStateType)
export class ConditionStateResolver {
  @ResolveField(() => String, {
    description: 'The explanation of its status, in the language asked for.',
  })
  explanation(
    @Parent() { result, scorecardYear: year }: ConditionStateType,
    @Args() { language }: LanguageArgs,
  ): string {
    return explain(result, languageCode(language), { year });
  }
}

function toChange(
  { good, before, after, events }: ConditionChange,
  organisationId: string,
  year: number,
): ScorecardChangeType {
  const result = (after ?? before) as ConditionResult;
  return {
    organisationId,
    result,
    changedBy: events,
    good,
    condition: result.id,
    rule: result.rule,
    before: before && toState(before, year),
    after: after && toState(after, year),
  };
}

function toState(result: ConditionResult, scorecardYear: number): ConditionStateType {
  return { result, scorecardYear, ...toldStanding(result) };
}

function laterThanTo() {
  return validationFailed([
    { field: 'from', rule: 'notAfterTo', message: 'from is a later moment than to' },
  ]);
}
