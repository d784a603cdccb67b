import { Inject, Injectable } from '@nestjs/common';
import type { EventLog } from '#event-log';
import { copiesOf, Timeline, TIMELINE, TIMELINE_COPIES } from '#projections';
import type { CopiedEvent } from '#projections';
import type { PostingCollection } from '#read-models';
import { currentMoment } from '../../as-of/moment';
import { EVENT_LOG } from '../../injection-tokens';
import { ReadModelsOfNow } from './read-models-of-now';

/** The events of the log, and how far they are told. */
export interface TimelineReading {
  readonly timeline: Timeline;
  readonly projectedThrough: string;
}

/** The timeline, which points into the log, as it is now or was at the moment that is asked about. */
@Injectable()
export class Timelines {
  constructor(
    private readonly readModels: ReadModelsOfNow,
    @Inject(EVENT_LOG) private readonly log: Pick<EventLog, 'isNear' | 'readAt'>,
  ) {}

  /**
   * @param atLeast the position that must be counted; a moment was waited for already
   * @throws ApiError as {@link ReadModelsOfNow.read}
   */
  async read(atLeast?: string): Promise<TimelineReading> {
    const moment = currentMoment();
    return moment === undefined ? this.ofNow(atLeast) : this.upTo(moment.position);
  }

  /** Whatever moment is asked about. @throws ApiError as {@link ReadModelsOfNow.read} */
  async ofNow(atLeast?: string): Promise<TimelineReading> {
    const { postings, projectedThrough } = await this.readPostings(atLeast);
    return { timeline: await this.timeline(postings, projectedThrough), projectedThrough };
  }

  private async upTo(position: string): Promise<TimelineReading> {
    const { postings } = await this.readPostings(position);
    return { timeline: await this.timeline(postings, position), projectedThrough: position };
  }

  private readPostings(atLeast: string | undefined) {
    return this.readModels.readPostings('timeline', TIMELINE, atLeast);
  }

  private async timeline(postings: PostingCollection, through: string): Promise<Timeline> {
    const { log } = this;
    const events = log.isNear
      ? log
      : copiesOf(await this.readModels.collection<CopiedEvent>(TIMELINE_COPIES), log);
    return new Timeline({ postings, log: events, through: BigInt(through) });
  }
}
