import { inSpan } from '#tracing';
import type { EventLog } from './event-log.port';

/** The log, with a span for each time that somebody waits for it. */
export function traced(log: EventLog): EventLog {
  return {
    isNear: log.isNear,
    append: (stream, expected, events) =>
      inSpan('event log: append', { 'four_good.events': events.length }, () =>
        log.append(stream, expected, events),
      ),
    readStreamSlice: (...asked) =>
      inSpan('event log: read a stream', {}, () => log.readStreamSlice(...asked)),
    readAllSlice: (...asked) => inSpan('event log: read', {}, () => log.readAllSlice(...asked)),
    readAt: (positions) =>
      inSpan('event log: read at places', { 'four_good.events': positions.length }, () =>
        log.readAt(positions),
      ),
    count: (...asked) => inSpan('event log: count', {}, () => log.count(...asked)),
    head: () => inSpan('event log: head', {}, () => log.head()),
    readStream: (...asked) => log.readStream(...asked),
    readAll: (...asked) => log.readAll(...asked),
    subscribe: (...asked) => log.subscribe(...asked),
    checkHealth: () => log.checkHealth(),
    close: () => log.close(),
  };
}
