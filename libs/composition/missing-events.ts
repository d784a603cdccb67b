import type { Logger } from 'pino';
import type { StreamIncomplete, StreamId } from '#event-log';

/** Streams of which events were found to be missing since this process started, each with the first such revision. */
export type MissingEvents = ReadonlyMap<StreamId, number>;

/** Logs each such stream once. What is restored is looked at after a restart. */
export class MissingEventsFound {
  private readonly found = new Map<StreamId, number>();

  constructor(private readonly logger: Logger) {}

  get streams(): MissingEvents {
    return this.found;
  }

  readonly add = ({ stream, revision, message }: StreamIncomplete): void => {
    if (this.found.has(stream)) return;
    this.found.set(stream, revision);
    this.logger.error({ stream, revision }, message);
  };
}
