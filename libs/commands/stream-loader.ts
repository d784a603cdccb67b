import type { EventLog } from '#event-log';
import { emptyStream, withEvents } from './loaded-stream';
import type { LoadedStream, StreamEvent } from './loaded-stream';
import { aggregateOfStream } from './stream-aggregate';

/**
 * Loads streams, and keeps the last ones used. What is kept is never trusted: each load asks the
 * log for what came after it.
 */
export class StreamLoader {
  private readonly kept = new Map<string, LoadedStream>();

  constructor(
    private readonly log: EventLog,
    private readonly maxKept = 20_000,
  ) {}

  async load(stream: string): Promise<LoadedStream> {
    const aggregate = aggregateOfStream(stream);
    const known = this.kept.get(stream) ?? emptyStream(aggregate);
    const events = await this.log.readStreamSlice(stream, known.revision + 1);
    return this.keep(stream, withEvents(known, events, aggregate));
  }

  /** After an append that this process made on top of what it had loaded. */
  appended(stream: string, loaded: LoadedStream, events: readonly StreamEvent[]): void {
    this.keep(stream, withEvents(loaded, events, aggregateOfStream(stream)));
  }

  private keep(stream: string, loaded: LoadedStream): LoadedStream {
    if (loaded.revision < 0) return loaded;
    this.kept.delete(stream);
    this.kept.set(stream, loaded);
    if (this.kept.size > this.maxKept) {
      const [oldest] = this.kept.keys();
      if (oldest !== undefined) this.kept.delete(oldest);
    }
    return loaded;
  }
}
