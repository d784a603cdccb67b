import { toPosition } from '#event-log';
import type { EventLog } from '#event-log';
import type { LoggedFact } from '#projection-engine';
import type { PostingCollection, PostingPage, PostingQuery } from '#read-models';

export interface TimelineParts {
  readonly postings: Pick<PostingCollection, 'find'>;
  readonly log: Pick<EventLog, 'readAt'>;
  /** Inclusive: how far all is there. What is written behind it meanwhile may be there in part. */
  readonly through: bigint;
}

/** The events of the log, as far as the timeline has come. */
export class Timeline {
  constructor(private readonly parts: TimelineParts) {}

  /** Where events stand that have a term of each group. A term may lead to an event that has another thing. */
  find(query: PostingQuery): Promise<PostingPage> {
    const { postings, through } = this.parts;
    const { to = through } = query;
    return postings.find({ ...query, to: to < through ? to : through });
  }

  /** In the order in which their places are named. */
  async read(positions: readonly bigint[]): Promise<readonly LoggedFact[]> {
    if (positions.length === 0) return [];
    const events = await this.parts.log.readAt(positions.map(toPosition));
    // The timeline was told of them: they are ours, and the log brings them to a shape of the catalogue.
    return events as readonly LoggedFact[];
  }
}
