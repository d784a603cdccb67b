import { LogUnavailable } from '../errors';
import type { NewEvent, RecordedEvent, StreamId } from '../event';
import type {
  AllRange,
  AppendReceipt,
  EventLog,
  ExpectedRevision,
  LogMessage,
  ReadAllOptions,
  ReadAllSliceOptions,
  ReadStreamOptions,
  ReadStreamSliceOptions,
  SubscribeOptions,
} from '../event-log.port';
import { follow } from '../follow';
import type { Position } from '../position';
import { readAllBySlices, readStreamBySlices } from '../read-by-slices';
import { serialiseAppend } from '../serialise-append';
import type { WakeUps } from '../wake-ups';
import type { AllReads } from './all-reads';
import type { Appends } from './appends';
import type { Arrivals } from './arrivals';
import type { KnownIds } from './known-ids';
import { pauseBefore, type RetryPolicy } from './retry-policy';
import type { PlaceReads } from './place-reads';
import type { RangeCount } from './range-count';
import type { StreamReads } from './stream-reads';

export interface EventStoreDbEventLogParts {
  readonly appends: Appends;
  readonly streamReads: StreamReads;
  readonly allReads: AllReads;
  readonly placeReads: PlaceReads;
  readonly rangeCount: RangeCount;
  readonly knownIds: KnownIds;
  readonly arrivals: Arrivals;
  readonly wakeUps: WakeUps;
  readonly retryPolicy: RetryPolicy;
  /** What the log gives out as the time of recording; absent when the store says. */
  readonly clock: (() => Date) | undefined;
  /** Ends all calls to the store. */
  readonly release: () => Promise<void>;
}

/** The event log in EventStoreDB, written by any number of processes. */
export class EventStoreDbEventLog implements EventLog {
  readonly isNear = false;
  readonly #parts: EventStoreDbEventLogParts;
  #closed = false;
  #closing: Promise<void> | undefined;

  constructor(parts: EventStoreDbEventLogParts) {
    this.#parts = parts;
  }

  async append(
    stream: StreamId,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<AppendReceipt> {
    this.#refuseClosed();
    const { appends, arrivals, wakeUps, clock } = this.#parts;
    arrivals.listen();
    const receipt = await appends.append({
      stream,
      expected,
      events: serialiseAppend(stream, expected, events),
      recordedAt: clock?.().toISOString(),
    });
    // Sooner than the subscription would tell.
    wakeUps.announce();
    return receipt;
  }

  async readStreamSlice(
    stream: StreamId,
    fromRevision: number | 'end',
    { direction = 'forwards', maxCount = Infinity }: ReadStreamSliceOptions = {},
  ): Promise<readonly RecordedEvent[]> {
    this.#refuseClosed();
    const { streamReads, knownIds } = this.#parts;
    const found = await streamReads.slice(stream, fromRevision, direction, maxCount);
    const events = found.map(({ event }) => event);
    if (direction === 'forwards') knownIds.remember(events);
    return events;
  }

  async readAllSlice(options?: ReadAllSliceOptions): Promise<readonly RecordedEvent[]> {
    this.#refuseClosed();
    return this.#parts.allReads.slice(options);
  }

  async readAt(positions: readonly Position[]): Promise<readonly RecordedEvent[]> {
    this.#refuseClosed();
    return this.#parts.placeReads.at(positions);
  }

  async count(range?: Omit<AllRange, 'direction'>): Promise<number> {
    this.#refuseClosed();
    return this.#parts.rangeCount.count(range);
  }

  readStream(stream: StreamId, options?: ReadStreamOptions): AsyncIterable<RecordedEvent> {
    return readStreamBySlices(this, stream, options);
  }

  readAll(options?: ReadAllOptions): AsyncIterable<RecordedEvent> {
    return readAllBySlices(this, options);
  }

  subscribe({ after, signal }: SubscribeOptions): AsyncIterable<LogMessage> {
    this.#refuseClosed();
    const start = after === 'end' ? this.#persist(signal, () => this.head()) : after;
    this.#parts.arrivals.listen();
    return this.#follow(start, signal);
  }

  async checkHealth(): Promise<void> {
    await this.head();
  }

  async head(): Promise<Position | undefined> {
    this.#refuseClosed();
    return this.#parts.allReads.head();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#closing ??= this.#close();
    await this.#closing;
  }

  async #close(): Promise<void> {
    const { appends, arrivals, wakeUps, release } = this.#parts;
    wakeUps.announce();
    arrivals.stop();
    await appends.settled();
    await release();
  }

  async *#follow(
    start: Position | 'start' | Promise<Position | undefined>,
    signal: AbortSignal,
  ): AsyncGenerator<LogMessage, void, undefined> {
    const after = start === 'start' ? undefined : await start;
    const { wakeUps, retryPolicy } = this.#parts;
    yield* follow({
      after,
      signal,
      isClosed: () => this.#closed,
      read: async (position) => {
        const read = () => this.readAllSlice({ after: position ?? 'start' });
        return (await this.#persist(signal, read)) ?? [];
      },
      wakeUps,
      pollEveryMs: retryPolicy.pollEveryMs,
    });
  }

  /** Asks until the store answers; nothing when it is too late for an answer. */
  async #persist<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T | undefined> {
    const { wakeUps, retryPolicy } = this.#parts;
    for (let attempt = 1; !signal.aborted && !this.#closed; attempt += 1) {
      const { count } = wakeUps;
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof LogUnavailable)) throw error;
      }
      await wakeUps.after(count, signal, pauseBefore(attempt, retryPolicy));
    }
    return undefined;
  }

  #refuseClosed(): void {
    if (this.#closed) throw new LogUnavailable('The event log is closed');
  }
}
