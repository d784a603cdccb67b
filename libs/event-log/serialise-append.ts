import { DuplicateEventId, EventTooLarge, InvalidAppend } from './errors';
import type { EventId, NewEvent, StreamId } from './event';
import type { ExpectedRevision } from './event-log.port';

/** The most `data` that one append may carry, in bytes of JSON: the smallest limit of the supported stores. */
export const MAX_APPEND_BYTES = 1_048_576;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An event as text, ready to be stored. */
export interface SerialisedEvent {
  readonly id: EventId;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: string;
  readonly metadata: string;
}

/**
 * For adapters: refuses what no store could hold, and takes a copy as text, so that nothing the caller changes
 * afterwards reaches the log.
 *
 * @throws InvalidAppend, DuplicateEventId, EventTooLarge
 */
export function serialiseAppend(
  stream: StreamId,
  expected: ExpectedRevision,
  events: readonly NewEvent[],
): readonly SerialisedEvent[] {
  if (stream === '' || stream.startsWith('$') || !stream.isWellFormed()) {
    throw new InvalidAppend(`Not a stream name: ${JSON.stringify(stream)}`);
  }
  if (expected !== 'no-stream' && !(Number.isSafeInteger(expected) && expected >= 0)) {
    throw new InvalidAppend(`Not an expected revision: ${expected}`);
  }
  if (events.length === 0) throw new InvalidAppend(`Nothing to append to ${stream}`);
  const serialised = events.map(serialise);
  refuseRepeatedIds(serialised);
  refuseTooLarge(serialised);
  return serialised;
}

function serialise(event: NewEvent): SerialisedEvent {
  if (!UUID.test(event.id)) {
    throw new InvalidAppend(`Not a UUID in lower case: ${JSON.stringify(event.id)}`);
  }
  if (event.type === '' || !event.type.isWellFormed()) {
    throw new InvalidAppend(`Not an event type: ${JSON.stringify(event.type)}`);
  }
  if (!Number.isSafeInteger(event.schemaVersion) || event.schemaVersion < 1) {
    throw new InvalidAppend(`Not a schema version of ${event.type}: ${event.schemaVersion}`);
  }
  return {
    id: event.id,
    type: event.type,
    schemaVersion: event.schemaVersion,
    data: toJson(event, 'data'),
    metadata: toJson(event, 'metadata'),
  };
}

function toJson(event: NewEvent, part: 'data' | 'metadata'): string {
  let json: unknown;
  try {
    json = JSON.stringify(event[part]);
  } catch (error) {
    throw new InvalidAppend(`The ${part} of ${event.type} ${event.id} is not JSON`, {
      cause: error,
    });
  }
  // undefined and functions make no text at all.
  if (typeof json === 'string') return json;
  throw new InvalidAppend(`The ${part} of ${event.type} ${event.id} is not JSON`);
}

function refuseRepeatedIds(events: readonly SerialisedEvent[]): void {
  if (events.length === 1) return;
  const seen = new Set<EventId>();
  for (const { id } of events) {
    if (seen.has(id)) throw new DuplicateEventId(id);
    seen.add(id);
  }
}

function refuseTooLarge(events: readonly SerialisedEvent[]): void {
  const characters = events.reduce((sum, event) => sum + event.data.length, 0);
  // A character takes at most three bytes: most appends need no exact count.
  if (characters * 3 <= MAX_APPEND_BYTES) return;
  const size = events.reduce((sum, event) => sum + Buffer.byteLength(event.data), 0);
  if (size > MAX_APPEND_BYTES) throw new EventTooLarge(size, MAX_APPEND_BYTES);
}
