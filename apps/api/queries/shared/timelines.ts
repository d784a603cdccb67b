import { Inject, Injectable } from '@nestjs/common';
import type { EventLog } from '#event-log';
import { Timeline, TIMELINE } from '#projections';
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
    @Inject(EVENT_LOG) private readonly log: Pick<EventLog, 'readAt'>,
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
    const { postings, projectedThrough } = await this.readModels.readPostings(
      'timeline',
      TIMELINE,
      atLeast,
    );
    const through = BigInt(projectedThrough);
    return { timeline: new Timeline({ postings, log: this.log, through }), projectedThrough };
  }

  private async upTo(position: string): Promise<TimelineReading> {
    const { postings } = await this.readModels.readPostings('timeline', TIMELINE, position);
    const timeline = new Timeline({ postings, log: this.log, through: BigInt(position) });
    return { timeline, projectedThrough: position };
  }
}
