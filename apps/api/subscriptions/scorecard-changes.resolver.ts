import { Inject } from '@nestjs/common';
import { Args, Context, ID, Int, Resolver, Subscription } from '@nestjs/graphql';
import { untilPassed } from '#feeds';
import type { ProjectedModels } from '#projection-engine';
import { Shows } from '../access';
import type { Viewer } from '../access';
import { ApiError } from '../errors';
import type { SubscriptionContext } from '../graphql/request-context';
import { PROJECTED_MODELS } from '../injection-tokens';
import { scorecardNow } from '../queries/scorecards/scorecard-now';
import { ScorecardType } from '../queries/scorecards/scorecard.types';
import { ReadModels } from '../queries/shared';
import type { Message } from './message';
import { Progress } from './progress';

/** What a scorecard is read from, its recognition included. */
const PROJECTIONS = ['scorecards', 'recognitions', 'organisations'];

/** Between two looks at a read model that changes all the time. */
const PAUSE_MS = 100;

@Resolver(() => ScorecardType)
export class ScorecardChangesResolver {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(PROJECTED_MODELS) private readonly models: ProjectedModels,
  ) {}

  @Shows('OWN_WORK')
  @Subscription(() => ScorecardType, {
    description:
      'The scorecard of an organisation for a year: first as it is, then each time that it or its recognition has changed. Of many changes at once, some states may be left out, never the last. `NOT_FOUND` for an unknown organisation.',
  })
  scorecardChanged(
    @Args('organisation', { type: () => ID, description: 'The id of the organisation.' })
    organisation: string,
    @Args('year', { type: () => Int, description: 'The year of the scorecard.' }) year: number,
    @Context() context: SubscriptionContext,
  ): AsyncIterable<Message> {
    return this.states(organisation, year, context);
  }

  private async *states(
    organisation: string,
    year: number,
    { viewer, signal }: SubscriptionContext,
  ): AsyncGenerator<Message, void, undefined> {
    const progress = new Progress(this.models, PROJECTIONS, signal);
    const isOver = () => signal.aborted;
    try {
      for (let last = ''; !isOver();) {
        progress.begin();
        const asking = await viewer();
        const scorecard = await this.seenBy(asking, organisation, year);
        const recognition = await asking.loaders.recognitions.load({ organisation, year });
        const state = stateOf(scorecard, recognition?.body);
        if (state !== last) {
          last = state;
          const root = { scorecardChanged: scorecard };
          yield { viewer: asking, root, isOfReadModels: true };
        }
        await progress.next;
        await untilPassed(PAUSE_MS, signal);
      }
    } finally {
      progress.stop();
    }
  }

  /** @throws ApiError `NOT_FOUND` also for one outside the scope */
  private async seenBy(
    { sight }: Viewer,
    organisation: string,
    year: number,
  ): Promise<ScorecardType> {
    const isSeen = await sight.sees('OWN_WORK', [organisation]);
    const found = isSeen ? await scorecardNow(this.readModels, organisation, year) : undefined;
    if (found !== undefined) return found;
    throw new ApiError('NOT_FOUND', `There is no organisation ${organisation}.`);
  }
}

/** Whatever of it was counted on the way: a scorecard that is only more recent is the same. */
function stateOf(
  { projectedThrough: _projectedThrough, ...scorecard }: ScorecardType,
  recognition: object | undefined,
): string {
  return JSON.stringify([scorecard, recognition]);
}
