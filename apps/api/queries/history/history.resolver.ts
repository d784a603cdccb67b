import { Args, ArgsType, Field, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { eventById, history, summarise, TIMELINE } from '#projections';
import type { TimelineDocument } from '#projections';
import { languageCode, LanguageArgs } from '../../graphql/language';
import { AtLeastArgs, Lists, PageArgs, ReadModels } from '../shared';
import type { Connection } from '../shared';
import { HistoryFilterInput } from './history-filter.input';
import { RecordedEventConnection, RecordedEventType } from './recorded-event.types';

@ArgsType()
class HistoryArgs extends PageArgs {
  @Field(() => HistoryFilterInput, { description: 'Which events.' })
  @ValidateNested()
  @Type(() => HistoryFilterInput)
  readonly filter!: HistoryFilterInput;
}

@Resolver(() => RecordedEventType)
export class HistoryResolver {
  constructor(
    private readonly readModels: ReadModels,
    private readonly lists: Lists,
  ) {}

  @Query(() => RecordedEventConnection, {
    description: 'Everything that was recorded, in the order recorded.',
  })
  async history(@Args() args: HistoryArgs): Promise<Connection<RecordedEventType>> {
    const { collection, projectedThrough } = await this.read(args.atLeast);
    const { filter } = args;
    return this.lists.page(
      {
        name: TIMELINE,
        filter,
        projectedThrough,
        fetch: (page) => history(collection, filter, page),
        toNode: ({ body }) => ({ ...body, projectedThrough }),
      },
      args,
    );
  }

  @Query(() => RecordedEventType, {
    nullable: true,
    description: 'One event; null when there is none of this id.',
  })
  async event(
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
    @Args() { atLeast }: AtLeastArgs,
  ): Promise<RecordedEventType | undefined> {
    const { collection, projectedThrough } = await this.read(atLeast);
    const event = await eventById(collection, id);
    return event && { ...event, projectedThrough };
  }

  @ResolveField(() => String, { description: 'One sentence that a person can read.' })
  summary(@Parent() event: RecordedEventType, @Args() { language }: LanguageArgs): string {
    return summarise(event, languageCode(language));
  }

  private read(atLeast: string | undefined) {
    return this.readModels.read<TimelineDocument>('timeline', TIMELINE, atLeast);
  }
}
