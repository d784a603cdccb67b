import type { RecordedEvent } from '../event';
import type { EventLog, LogMessage, SubscribeOptions } from '../event-log.port';
import { readAllBySlices, readStreamBySlices } from '../read-by-slices';
import type { Upcasters } from './upcasters';

/**
 * The same log, read in the current version of every event. What reads events as they were stored (a ledger, an
 * export) takes the undecorated log.
 *
 * Every read throws UnknownSchemaVersion at an event of a newer version than known; so does an append of one.
 */
export function upcasting(log: EventLog, upcasters: Upcasters): EventLog {
  const current = (slice: readonly RecordedEvent[]) =>
    slice.map((event) => upcasters.upcast(event));

  const slices: Pick<EventLog, 'readStreamSlice' | 'readAllSlice'> = {
    readStreamSlice: async (stream, fromRevision, options) => {
      const slice = await log.readStreamSlice(stream, fromRevision, options);
      return slice.length === 0 ? slice : current(slice);
    },
    readAllSlice: async (options) => current(await log.readAllSlice(options)),
  };

  async function* subscribe(
    messages: AsyncIterable<LogMessage>,
  ): AsyncGenerator<LogMessage, void, undefined> {
    for await (const message of messages) {
      yield message.kind === 'event'
        ? { kind: 'event', event: upcasters.upcast(message.event) }
        : message;
    }
  }

  return {
    ...slices,
    append: async (stream, expected, events) => {
      for (const event of events) upcasters.refuseNewer(event);
      return log.append(stream, expected, events);
    },
    readStream: (stream, options) => readStreamBySlices(slices, stream, options),
    readAll: (options) => readAllBySlices(slices, options),
    subscribe: (options: SubscribeOptions) => subscribe(log.subscribe(options)),
    count: (range) => log.count(range),
    head: () => log.head(),
    close: () => log.close(),
  };
}
