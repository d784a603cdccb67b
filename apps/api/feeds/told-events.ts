import { RECOGNITION_EVENTS, scopeOf } from '#domain';
import { isOurs } from '#event-log';
import type { EventLog, Position, RecordedEvent } from '#event-log';
import type { LoggedFact, ProjectedModels } from '#projection-engine';
import { matchesFilter, timelineEntry } from '#projections';
import type { HistoryFilter } from '#projections';
import type { Viewer } from '../access';
import { isSeenType, seenEvent } from '../queries/history/seen-event';
import type { ReadModels } from '../queries/shared';
import { cloudEventOf } from './cloud-event';
import type { CloudEvent } from './cloud-event';
import type { FeedCursors } from './feed-cursors';
import { LogId } from './log-id';
import { recognitionData } from './recognition-data';
import { recognitionLookups } from './recognition-lookups';

/** How long read models are waited for at a time, before it is looked whether the feed still goes on. */
const WAIT_MS = 2_000;

/** What tells the scope of whoever asks, and what recognition events are told with. */
const NEEDED = ['organisations', 'streaks'] as const;

interface ToldEventsOptions {
  readonly log: EventLog;
  readonly models: Pick<ProjectedModels, 'waitFor'>;
  readonly readModels: ReadModels;
  readonly cursors: FeedCursors;
}

/** Whom to tell what. */
export interface Telling {
  readonly filter: HistoryFilter;
  readonly viewer: () => Promise<Viewer>;
  readonly signal: AbortSignal;
}

/** Events as those who follow them are told them, or not. */
export class ToldEvents {
  private readonly logId: LogId;

  constructor(private readonly options: ToldEventsOptions) {
    this.logId = new LogId(options.log);
  }

  telling({
    filter,
    viewer,
    signal,
  }: Telling): (event: RecordedEvent) => Promise<CloudEvent | undefined> {
    const matches = matchesFilter(filter);
    return async (event) => {
      if (!isOurs(event)) return undefined;
      // Of ours, and the log brings it to a shape of the catalogue.
      const entry = timelineEntry(event as LoggedFact);
      if (!matches(entry) || !(await this.isReadable(event.position, signal))) return undefined;
      const asking = await viewer();
      const { sight } = asking;
      if (!isSeenType(entry.type, sight)) return undefined;
      if (!(await sight.sees('HISTORY', scopeOf(entry.data)))) return undefined;
      const { log, readModels, cursors } = this.options;
      const lookups = recognitionLookups(log, readModels, asking.loaders);
      const isRecognition = RECOGNITION_EVENTS.some((type) => type === entry.type);
      return cloudEventOf(entry, {
        logId: await this.logId.read(),
        cursor: cursors.write(event),
        data:
          (isRecognition ? await recognitionData(entry, lookups) : undefined) ??
          seenEvent(entry, sight).data,
      });
    };
  }

  /** What is not counted yet could seem to be outside of every scope. */
  private async isReadable(position: Position, signal: AbortSignal): Promise<boolean> {
    for (const projection of NEEDED) {
      while (!(await this.options.models.waitFor(projection, position, WAIT_MS))) {
        if (signal.aborted) return false;
      }
    }
    return !signal.aborted;
  }
}
