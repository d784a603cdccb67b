import type { NewEvent, RecordedEvent, StreamId } from './event';
import type { Position } from './position';

/** The revision of the stream's last event as the writer knows it, or that the stream does not exist. */
export type ExpectedRevision = number | 'no-stream';

export type Direction = 'forwards' | 'backwards';

export interface AppendReceipt {
  readonly stream: StreamId;
  readonly firstRevision: number;
  readonly lastRevision: number;
  /** Of the last event of the append. */
  readonly position: Position;
  /** RFC 3339, UTC, milliseconds. */
  readonly recordedAt: string;
  /** These events had been stored before; nothing was written now. */
  readonly duplicate: boolean;
}

export interface ReadStreamSliceOptions {
  /** Default `forwards`. */
  readonly direction?: Direction;
  /** Default: no limit. */
  readonly maxCount?: number;
}

export interface ReadStreamOptions {
  /** Inclusive. Default: the first revision, or the last one when reading backwards. */
  readonly fromRevision?: number | 'end';
  readonly direction?: Direction;
  readonly maxCount?: number;
  /** Aborting makes the iteration throw the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface AllRange {
  /** Exclusive. Default `start`. */
  readonly after?: Position | 'start';
  /** Exclusive. Default `end`. */
  readonly before?: Position | 'end';
  /** Default `forwards`: from the oldest event of the range. */
  readonly direction?: Direction;
}

export interface ReadAllSliceOptions extends AllRange {
  /** Default 512. */
  readonly maxCount?: number;
  /** About how much JSON text to read, in characters; an event that exceeds it alone still comes. Default 4 Mi. */
  readonly maxBytes?: number;
}

export interface ReadAllOptions extends AllRange {
  /** Default: no limit. */
  readonly maxCount?: number;
  /** Aborting makes the iteration throw the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface SubscribeOptions {
  /** Exclusive. `end` is the head at the time of the call. */
  readonly after: Position | 'start' | 'end';
  /** Aborting ends the iteration normally. */
  readonly signal: AbortSignal;
}

/**
 * What a subscription delivers. Markers travel in band: one comes only after every event that it covers.
 *
 * - `checkpoint`: everything up to `position` has been delivered, and more is known to follow.
 * - `caughtUp`: everything recorded so far has been delivered, up to `position` (absent while nothing ever was).
 *   It comes whenever the subscription reaches the head, so also after each burst of live events: a consumer
 *   that works in batches may collect events until the next marker.
 */
export type LogMessage =
  | { readonly kind: 'event'; readonly event: RecordedEvent }
  | { readonly kind: 'caughtUp'; readonly position?: Position }
  | { readonly kind: 'checkpoint'; readonly position: Position };

/**
 * The one ordered, append-only log of events. What it returns is durable and committed.
 *
 * Every method rejects with {@link LogUnavailable} when the store cannot answer or is closed.
 */
export interface EventLog {
  /** Whether an event is read at its place about as fast as a document of a read model: without a question over a network. */
  readonly isNear: boolean;

  /**
   * Stores the events together, right behind `expected`, or none of them. Acknowledged means durable.
   *
   * Repeating an append (same stream, same `expected`, same ids in the same order, or the first few of them)
   * returns the original receipt with `duplicate: true`, however much was appended since; content is not compared.
   *
   * @throws WrongExpectedRevision when the stream is elsewhere
   * @throws DuplicateEventId when an id is stored already, or comes twice in this append
   * @throws EventTooLarge when the `data` of the append exceeds 1 MiB of JSON
   * @throws InvalidAppend for an empty append and for what no store could hold
   */
  append(
    stream: StreamId,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<AppendReceipt>;

  /**
   * The rest of a stream from `fromRevision` (inclusive) in one array; empty for a stream that does not exist or
   * has no such revision. Made for loading one aggregate: asking again from the next revision costs next to nothing.
   */
  readStreamSlice(
    stream: StreamId,
    fromRevision: number | 'end',
    options?: ReadStreamSliceOptions,
  ): Promise<readonly RecordedEvent[]>;

  /** The next events of the whole log in one array. Only an empty slice says that the range is exhausted. */
  readAllSlice(options?: ReadAllSliceOptions): Promise<readonly RecordedEvent[]>;

  /**
   * The events at some positions, in the order in which these are named.
   *
   * @throws LogUnavailable where there is none at one of them: whoever knows the position knows a log that has it
   */
  readAt(positions: readonly Position[]): Promise<readonly RecordedEvent[]>;

  /** How many events the range holds; exact. */
  count(range?: Omit<AllRange, 'direction'>): Promise<number>;

  /** The events of one stream in order, read slice by slice. */
  readStream(stream: StreamId, options?: ReadStreamOptions): AsyncIterable<RecordedEvent>;

  /** The events of the log by position, read slice by slice. */
  readAll(options?: ReadAllOptions): AsyncIterable<RecordedEvent>;

  /**
   * Every event after a position, then every new one as it is committed: in order, none lost, none twice.
   * The consumer pulls; one that lags makes the log re-read, never buffer. Ends when the log is closed.
   */
  subscribe(options: SubscribeOptions): AsyncIterable<LogMessage>;

  /**
   * Whether the log takes appends, as far as it can tell: after an append or a read that failed, by trying again.
   *
   * @throws LogUnavailable with the reason, for an operator
   */
  checkHealth(): Promise<void>;

  /** The position of the last event, `undefined` while there is none. */
  head(): Promise<Position | undefined>;

  /** Waits for the appends under way, ends the subscriptions, lets the store go. May be called again. */
  close(): Promise<void>;
}
