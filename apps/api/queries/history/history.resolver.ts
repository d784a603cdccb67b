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
import { Inject } from '@nestjs/common';
import { Shows } from '../../access';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { eventById, history, summarise, TIMELINE } from '#projections';
import type { EventLog } from '#event-log';
import { recognitionData } from '../../feeds/recognition-data';
import { recognitionLookups } from '../../feeds/recognition-lookups';
import type { RequestContext } from '../../graphql/request-context';
import { JsonScalar } from '../../graphql/scalars';
import { EVENT_LOG } from '../../injection-tokens';
import { languageCode, LanguageArgs } from '../../graphql/language';
import { AtLeastArgs, Lists, PageArgs, ReadModels, Timelines } from '../shared';
import type { Connection } from '../shared';
import { HistoryFilterInput } from './history-filter.input';
import { isSeenType, seenEvent, seenFilter } from './seen-event';
import { RecordedEventConnection, RecordedEventType } from './recorded-event.types';

@ArgsType()
class HistoryArgs extends PageArgs {
  @Field(() => HistoryFilterInput, { description: 'The events to select.' })
  @ValidateNested()
  @Type(() => HistoryFilterInput)
  readonly filter!: HistoryFilterInput;
}

@Resolver(() => RecordedEventType)
export class HistoryResolver {
  constructor(
    private readonly readModels: ReadModels,
    private readonly timelines: Timelines,
    private readonly lists: Lists,
    @Inject(EVENT_LOG) private readonly log: EventLog,
  ) {}

  @Shows('HISTORY')
  @Query(() => RecordedEventConnection, {
    description: 'A page of the recorded events that match the filter, in recording order.',
  })
  async history(
    @Args() args: HistoryArgs,
    @Context() { sight }: RequestContext,
  ): Promise<Connection<RecordedEventType>> {
    const { timeline, projectedThrough } = await this.timelines.read(args.atLeast);
    const filter = seenFilter(args.filter, sight);
    const reach = await sight.of('HISTORY').reach();
    const scope = reach === 'EVERYTHING' ? undefined : reach;
    return this.lists.page(
      {
        name: TIMELINE,
        // A place in the log is one whatever is selected: a cursor survives a change of the filter.
        filter: {},
        projectedThrough,
        fetch: (page) => history(timeline, filter, page, scope),
        toNode: ({ body }) => ({ ...seenEvent(body, sight), projectedThrough }),
      },
      args,
    );
  }

  @Shows('HISTORY')
  @Query(() => RecordedEventType, {
    nullable: true,
    description: 'One recorded event; null when no event has this id.',
  })
  async event(
    @Args('id', { type: () => ID, description: 'The id of the event.' }) id: string,
    @Args() { atLeast }: AtLeastArgs,
    @Context() { sight }: RequestContext,
  ): Promise<RecordedEventType | undefined> {
    const { timeline, projectedThrough } = await this.timelines.read(atLeast);
    const event = await eventById(timeline, id);
    if (event === undefined || !isSeenType(event.type, sight)) return undefined;
    return { ...seenEvent(event, sight), projectedThrough };
  }

  @ResolveField(() => JsonScalar, {
    description:
      'The content of the event: as stored, or what feeds tell of it for programs that see no person.',
  })
  async data(
    @Parent() event: RecordedEventType,
    @Context() { sight, loaders }: RequestContext,
  ): Promise<object> {
    if (sight.seesPersons) return event.data;
    const lookups = recognitionLookups(this.log, this.readModels, loaders);
    return (await recognitionData(event, lookups)) ?? event.data;
  }

  @ResolveField(() => String, {
    description: 'The event in one sentence, in the language asked for.',
  })
  summary(@Parent() event: RecordedEventType, @Args() { language }: LanguageArgs): string {
    return summarise(event, languageCode(language));
  }
}
