import { StreamNamedOtherwise } from './errors';
import type { RecordedEvent, StreamId } from './event';
import type { EventLog } from './event-log.port';
import { readingEach } from './reading-each';

/**
 * The same log, whose events are all in the streams that they belong to. A log that an earlier version wrote under
 * other names is read nowhere: who decides would find the stream under the new name empty.
 *
 * Every read throws StreamNamedOtherwise at an event that is elsewhere.
 *
 * @param nameOf the stream that an event belongs to; `undefined` for one that goes with others
 */
export function inOwnStreams(
  log: EventLog,
  nameOf: (event: RecordedEvent) => StreamId | undefined,
): EventLog {
  return readingEach(log, (event) => inOwnStream(event, nameOf(event)));
}

/** @throws StreamNamedOtherwise */
export function inOwnStream(event: RecordedEvent, name: StreamId | undefined): RecordedEvent {
  if (name !== undefined && name !== event.stream) throw new StreamNamedOtherwise(event, name);
  return event;
}
