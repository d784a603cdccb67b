import type { EventLog } from '#event-log';
import { openEventStoreDbEventLog } from '#event-log/eventstoredb';
import { openSqliteEventLog } from '#event-log/sqlite';

export interface LogAddress {
  /** `esdb:…`, or the path of a file. */
  readonly url: string;
}

export function openLog({ url }: LogAddress): EventLog {
  return url.startsWith('esdb:')
    ? openEventStoreDbEventLog({ url, categories: ['meeting-'] })
    : openSqliteEventLog({ path: url, clock: () => new Date() });
}
