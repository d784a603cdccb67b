import { isOurs } from '../envelope';
import type { EventLog } from '../event-log.port';
import { readingEach } from '../reading-each';
import type { Upcasters } from './upcasters';

/**
 * The same log, read in the current version of every event. What reads events as they were stored (a ledger, an
 * export) takes the undecorated log.
 *
 * Every read throws UnknownSchemaVersion at an event of a newer version than known; so does an append of one.
 * Somebody else's events come as they are.
 */
export function upcasting(log: EventLog, upcasters: Upcasters): EventLog {
  return {
    ...readingEach(log, (event) => (isOurs(event) ? upcasters.upcast(event) : event)),
    append: async (stream, expected, events) => {
      for (const event of events) upcasters.refuseNewer(event);
      return log.append(stream, expected, events);
    },
  };
}
