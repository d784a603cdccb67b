import { isOurs, requireWhole } from '#event-log';
import type { EventLog, RecordedEvent } from '#event-log';
import { correctsAny, emptyStream, wholeStream, withEvents } from './loaded-stream';
import type { LoadedStream } from './loaded-stream';
import { RecentlyUsed } from './recently-used';
import { aggregateOfStream } from './stream-aggregate';

/**
 * Loads streams, and keeps the last ones used. What is kept is never trusted: each load asks the
 * log for what came after it. A stream of which something was removed is loaded by nobody (StreamIncomplete).
 */
export class StreamLoader {
  private readonly streams: RecentlyUsed<LoadedStream>;

  constructor(
    private readonly log: Pick<EventLog, 'readStreamSlice'>,
    capacity = 20_000,
  ) {
    this.streams = new RecentlyUsed(capacity);
  }

  async load(stream: string): Promise<LoadedStream> {
    const kept = this.streams.get(stream);
    const from = (kept?.revision ?? -1) + 1;
    const events = await this.log.readStreamSlice(stream, from);
    requireWhole(stream, from, events);
    if (kept !== undefined && events.length === 0) return kept;
    const aggregate = aggregateOfStream(stream);
    const loaded = correctsAny(events)
      ? wholeStream(await this.everything(stream), aggregate)
      : withEvents(kept ?? emptyStream(aggregate), events, aggregate);
    if (loaded.revision >= 0) this.streams.set(stream, loaded);
    return loaded;
  }

  /** Every event of ours in a stream, what was corrected and the corrections included. */
  async all(stream: string): Promise<readonly RecordedEvent[]> {
    return (await this.everything(stream)).filter(isOurs);
  }

  private async everything(stream: string): Promise<readonly RecordedEvent[]> {
    const events = await this.log.readStreamSlice(stream, 0);
    requireWhole(stream, 0, events);
    return events;
  }

  /** As the stream was when it was last loaded: a guess, for whoever loads it before relying on it. */
  kept(stream: string): LoadedStream | undefined {
    return this.streams.get(stream);
  }

  /** After an append that this process made right behind what it had loaded. */
  appended(loaded: LoadedStream, events: readonly RecordedEvent[]): LoadedStream {
    const [first] = events;
    if (first === undefined) return loaded;
    const { stream } = first;
    const after = withEvents(loaded, events, aggregateOfStream(stream));
    this.streams.set(stream, after);
    return after;
  }
}
