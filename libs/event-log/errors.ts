import type { EventId, RecordedEvent, StreamId } from './event';
import type { ExpectedRevision } from './event-log.port';
import type { Position } from './position';

/** All errors of an event log, distinguished by `kind`. */
export type EventLogError =
  | WrongExpectedRevision
  | DuplicateEventId
  | EventTooLarge
  | InvalidAppend
  | LogUnavailable
  | UnknownSchemaVersion
  | UnknownEventType
  | StreamNamedOtherwise
  | StreamIncomplete;

/** The stream is not where the writer believed it to be: load again and decide again. */
export class WrongExpectedRevision extends Error {
  override readonly name = 'WrongExpectedRevision';
  readonly kind = 'WrongExpectedRevision';

  constructor(
    readonly stream: StreamId,
    readonly expected: ExpectedRevision,
    readonly actual: ExpectedRevision,
  ) {
    super(`Stream ${stream} was expected at revision ${expected} but is at ${actual}`);
  }
}

/** Where an event with the same id already is. */
export interface StoredAt {
  readonly stream: StreamId;
  readonly revision: number;
  readonly position: Position;
}

/** An id of the append is stored already and the append is no repetition; or it comes twice in the append. */
export class DuplicateEventId extends Error {
  override readonly name = 'DuplicateEventId';
  readonly kind = 'DuplicateEventId';

  constructor(
    readonly eventId: EventId,
    /** Absent when the id comes twice in the append itself. */
    readonly storedAt?: StoredAt,
  ) {
    super(
      storedAt === undefined
        ? `Event id ${eventId} comes twice in one append`
        : `Event id ${eventId} is stored already, in ${storedAt.stream} at revision ${storedAt.revision}`,
    );
  }
}

/** The `data` of one append is larger than a log has to take. Sizes in bytes of JSON. */
export class EventTooLarge extends Error {
  override readonly name = 'EventTooLarge';
  readonly kind = 'EventTooLarge';

  constructor(
    readonly size: number,
    readonly limit: number,
  ) {
    super(`The data of the append takes ${size} bytes; at most ${limit} are allowed`);
  }
}

/** The append could be stored by no log: a fault of the program, not of the moment. */
export class InvalidAppend extends Error {
  override readonly name = 'InvalidAppend';
  readonly kind = 'InvalidAppend';
}

/** The log cannot answer. Repeating an append with the same ids is safe, whatever the outcome was. */
export class LogUnavailable extends Error {
  override readonly name: string = 'LogUnavailable';
  readonly kind = 'LogUnavailable';

  constructor(
    message: string,
    /** Of an append: whether its events may have been stored all the same. */
    readonly outcome: 'not-stored' | 'unknown' = 'not-stored',
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** For adapters: a position that was handed out, by this log or by one that this is an older copy of, holds nothing. */
export function noEventAt(position: bigint): LogUnavailable {
  return new LogUnavailable(`The log holds no event at ${position}`);
}

/** The log holds an event that a newer version of this program wrote. */
export class UnknownSchemaVersion extends Error {
  override readonly name = 'UnknownSchemaVersion';
  readonly kind = 'UnknownSchemaVersion';

  constructor(
    readonly eventType: string,
    readonly schemaVersion: number,
    readonly newestKnown: number,
    readonly eventId: EventId,
  ) {
    super(
      `${eventType} has schema version ${schemaVersion} but this program knows versions up to ${newestKnown}` +
        ` (event ${eventId})`,
    );
  }
}

/** The log holds an event of a type that this program does not have: a newer one recorded it. */
export class UnknownEventType extends Error {
  override readonly name = 'UnknownEventType';
  readonly kind = 'UnknownEventType';
  readonly eventType: string;
  readonly eventId: EventId;

  constructor({ id, type, stream, revision }: RecordedEvent) {
    super(
      `${stream} holds ${type} at revision ${revision}, a type that this program does not know (event ${id})`,
    );
    this.eventType = type;
    this.eventId = id;
  }
}

/** A newer version of this program recorded what this one cannot read: only an upgrade helps. */
export function isOfNewerProgram(error: unknown): error is UnknownSchemaVersion | UnknownEventType {
  return error instanceof UnknownSchemaVersion || error instanceof UnknownEventType;
}

/** The log was written under the stream names of an earlier version, and has not been migrated. */
export class StreamNamedOtherwise extends Error {
  override readonly name = 'StreamNamedOtherwise';
  readonly kind = 'StreamNamedOtherwise';
  readonly stream: StreamId;
  readonly revision: number;

  constructor(
    event: Pick<RecordedEvent, 'stream' | 'revision' | 'type'>,
    /** The stream that the event belongs to. */
    readonly belongsTo: StreamId,
  ) {
    super(
      `The log has ${event.type} in ${event.stream} (revision ${event.revision}), where an earlier version put it; ` +
        `it belongs to ${belongsTo}. Copy the log with \`npm run migrate -- --from LOG --to NEW_LOG\`, ` +
        'and start on the copy',
    );
    this.stream = event.stream;
    this.revision = event.revision;
  }
}

/** Events of a stream were removed from the store: nothing is decided on what is left. */
export class StreamIncomplete extends Error {
  override readonly name = 'StreamIncomplete';
  readonly kind = 'StreamIncomplete';

  constructor(
    readonly stream: StreamId,
    /** The first one that is missing. */
    readonly revision: number,
  ) {
    super(
      `Events of ${stream} were removed from the log, from revision ${revision} on: restore the log from a back-up`,
    );
  }
}

const KINDS: ReadonlySet<string> = new Set<EventLogError['kind']>([
  'WrongExpectedRevision',
  'DuplicateEventId',
  'EventTooLarge',
  'InvalidAppend',
  'LogUnavailable',
  'UnknownSchemaVersion',
  'UnknownEventType',
  'StreamNamedOtherwise',
  'StreamIncomplete',
]);

export function isEventLogError(error: unknown): error is EventLogError {
  return error instanceof Error && 'kind' in error && KINDS.has(String(error.kind));
}
