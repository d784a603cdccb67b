import type { DatabaseSync } from 'node:sqlite';
import { LogUnavailable, noEventAt } from '../errors';
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
import { toPosition, type Position } from '../position';
import { readAllBySlices, readStreamBySlices } from '../read-by-slices';
import { serialiseAppend } from '../serialise-append';
import { EventReads } from './event-reads';
import { failureWords } from './failure-words';
import { follow } from '../follow';
import type { GroupCommit } from './group-commit';
import type { WakeUps } from '../wake-ups';

/** How often, in milliseconds, a subscription looks into a file that another process writes. */
const LOOK_AGAIN = 100;

const NO_EVENTS: readonly RecordedEvent[] = [];

export interface SqliteEventLogParts {
  readonly db: DatabaseSync;
  readonly path: string;
  readonly logId: string;
  readonly wakeUps: WakeUps;
  /** Absent when the log is open for reading only. */
  readonly writer: GroupCommit | undefined;
  readonly release: () => void;
}

/** The embedded event log: one SQLite file, written by one process. */
export class SqliteEventLog implements EventLog {
  readonly isNear = true;
  /** Given to the log when it was made: tells whether two files are the same log. */
  readonly logId: string;
  readonly #parts: SqliteEventLogParts;
  readonly #reads: EventReads;
  #closed = false;
  /** Tried again by whoever asks how the log is. */
  #failedRead: (() => unknown) | undefined;

  constructor(parts: SqliteEventLogParts) {
    this.logId = parts.logId;
    this.#parts = parts;
    this.#reads = new EventReads(parts.db);
  }

  /** Transactions committed since the opening; fewer than appends where appends were committed together. */
  get commits(): number {
    return this.#parts.writer?.commits ?? 0;
  }

  async append(
    stream: StreamId,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<AppendReceipt> {
    this.#refuseClosed();
    const { writer } = this.#parts;
    if (writer === undefined) throw new LogUnavailable('The event log is open for reading only');
    return writer.append({
      stream,
      expected,
      events: serialiseAppend(stream, expected, events),
    });
  }

  async readStreamSlice(
    stream: StreamId,
    fromRevision: number | 'end',
    options?: ReadStreamSliceOptions,
  ): Promise<readonly RecordedEvent[]> {
    this.#refuseClosed();
    if (options === undefined && fromRevision !== 'end') {
      const head = this.#parts.writer?.heads.revisionOf(stream);
      if (head !== undefined && fromRevision > head) return NO_EVENTS;
    }
    return this.#reading(() => this.#reads.stream(stream, fromRevision, options));
  }

  async readAllSlice(options?: ReadAllSliceOptions): Promise<readonly RecordedEvent[]> {
    this.#refuseClosed();
    return this.#reading(() => this.#reads.all(options));
  }

  async readAt(positions: readonly Position[]): Promise<readonly RecordedEvent[]> {
    this.#refuseClosed();
    const found = this.#reading(() => this.#reads.at(positions));
    if (found.length < positions.length) {
      const missing = positions.find((position, at) => found[at]?.position !== position);
      if (missing !== undefined) throw noEventAt(missing);
    }
    return found;
  }

  async count(range?: Omit<AllRange, 'direction'>): Promise<number> {
    this.#refuseClosed();
    return this.#reading(() => this.#reads.count(range));
  }

  readStream(stream: StreamId, options?: ReadStreamOptions): AsyncIterable<RecordedEvent> {
    return readStreamBySlices(this, stream, options);
  }

  readAll(options?: ReadAllOptions): AsyncIterable<RecordedEvent> {
    return readAllBySlices(this, options);
  }

  subscribe({ after, signal }: SubscribeOptions): AsyncIterable<LogMessage> {
    this.#refuseClosed();
    const { writer, wakeUps } = this.#parts;
    return follow({
      after: after === 'start' ? undefined : after === 'end' ? this.#currentHead() : after,
      signal,
      isClosed: () => this.#closed,
      read: (position) => this.#reading(() => this.#reads.all({ after: position ?? 'start' })),
      wakeUps,
      ...(writer === undefined ? { pollEveryMs: LOOK_AGAIN } : {}),
    });
  }

  async checkHealth(): Promise<void> {
    this.#refuseClosed();
    const failed = this.#failedRead;
    if (failed !== undefined) this.#reading(failed);
    this.#parts.writer?.checkHealth();
  }

  async head(): Promise<Position | undefined> {
    this.#refuseClosed();
    return this.#currentHead();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    const { writer, wakeUps, db, release } = this.#parts;
    try {
      writer?.drain();
    } finally {
      wakeUps.announce();
      db.close();
      release();
    }
  }

  #currentHead(): Position | undefined {
    const last = this.#parts.writer?.lastPosition;
    if (last === undefined) return this.#reading(() => this.#reads.head());
    return last === 0 ? undefined : toPosition(BigInt(last));
  }

  #refuseClosed(): void {
    if (this.#closed) throw new LogUnavailable('The event log is closed');
  }

  #reading<T>(read: () => T): T {
    try {
      const found = read();
      if (read === this.#failedRead) this.#failedRead = undefined;
      return found;
    } catch (error) {
      this.#failedRead = read;
      throw new LogUnavailable(failureWords('Reading', this.#parts.path, error), 'not-stored', {
        cause: error,
      });
    }
  }
}
