import { RECOGNITION_EVENTS } from '#domain';
import type { EventLog, RecordedEvent } from '#event-log';
import type { Selection } from '#feeds';
import type { ReadModels } from '../queries/shared';
import { cloudEventOf } from './cloud-event';
import type { CloudEvent } from './cloud-event';
import type { FeedCursors } from './feed-cursors';
import { LogId } from './log-id';
import { recognitionData } from './recognition-data';
import { recognitionLookups } from './recognition-lookups';
import type { Seeing, SeenEvent, SeenEvents } from './seen-events';

interface ToldEventsOptions {
  readonly log: EventLog;
  readonly seen: SeenEvents;
  readonly readModels: ReadModels;
  readonly cursors: FeedCursors;
}

/** Whom to tell what. */
export type Telling = Pick<Seeing, 'filter' | 'viewer' | 'signal'>;

/** Events as those who follow them are told them, or not. */
export class ToldEvents {
  private readonly logId: LogId;

  constructor(private readonly options: ToldEventsOptions) {
    this.logId = new LogId(options.log);
  }

  telling(telling: Telling): Required<Selection<CloudEvent>> {
    const { concerns, select } = this.options.seen.selecting(telling);
    return { concerns, select: (event) => this.told(event, select(event)) };
  }

  private async told(
    event: RecordedEvent,
    seen: Promise<SeenEvent | undefined>,
  ): Promise<CloudEvent | undefined> {
    const found = await seen;
    if (found === undefined) return undefined;
    const { entry, viewer } = found;
    const { log, readModels, cursors } = this.options;
    const lookups = recognitionLookups(log, readModels, viewer.loaders);
    const isRecognition = RECOGNITION_EVENTS.some((type) => type === entry.type);
    return cloudEventOf(entry, {
      logId: await this.logId.read(),
      cursor: cursors.write(event),
      data: (isRecognition ? await recognitionData(entry, lookups) : undefined) ?? entry.data,
    });
  }
}
