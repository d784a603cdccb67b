import type { RecordedEvent } from './event';
import type { EventLog, LogMessage } from './event-log.port';
import { readAllBySlices, readStreamBySlices } from './read-by-slices';

/**
 * The same log; every event that is read, in whichever way, goes through `each`, which may give it another form or
 * throw. What is appended does not.
 */
export function readingEach(
  log: EventLog,
  each: (event: RecordedEvent) => RecordedEvent,
): EventLog {
  const slices: Pick<EventLog, 'readStreamSlice' | 'readAllSlice'> = {
    readStreamSlice: async (stream, fromRevision, options) => {
      const slice = await log.readStreamSlice(stream, fromRevision, options);
      return slice.length === 0 ? slice : slice.map(each);
    },
    readAllSlice: async (options) => (await log.readAllSlice(options)).map(each),
  };

  async function* subscribe(
    messages: AsyncIterable<LogMessage>,
  ): AsyncGenerator<LogMessage, void, undefined> {
    for await (const message of messages) {
      yield message.kind === 'event' ? { kind: 'event', event: each(message.event) } : message;
    }
  }

  return {
    isNear: log.isNear,
    ...slices,
    readAt: async (positions) => (await log.readAt(positions)).map(each),
    append: (stream, expected, events) => log.append(stream, expected, events),
    readStream: (stream, options) => readStreamBySlices(slices, stream, options),
    readAll: (options) => readAllBySlices(slices, options),
    subscribe: (options) => subscribe(log.subscribe(options)),
    count: (range) => log.count(range),
    checkHealth: () => log.checkHealth(),
    head: () => log.head(),
    close: () => log.close(),
  };
}
