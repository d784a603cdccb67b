import { openSqliteEventLog } from '#event-log/sqlite';
import type { RecordedEvent } from '#event-log';
import type { Round } from './part';
import { servePart } from './serve-part';

export interface ReadLogRequest {
  readonly log: string;
}

/** The floor of every rebuild: each event is read and parsed, and nothing is done with it. */
servePart(() => Promise.resolve({ ready: undefined, ask: readAll }));

async function readAll({ log: path }: ReadLogRequest): Promise<Round> {
  const log = openSqliteEventLog({ path, clock: () => new Date(), readOnly: true });
  try {
    let units = 0;
    let last: RecordedEvent | undefined;
    const start = performance.now();
    do {
      const events = await log.readAllSlice({ after: last?.position ?? 'start' });
      units += events.length;
      last = events.at(-1);
    } while (last !== undefined);
    return { units, seconds: (performance.now() - start) / 1000 };
  } finally {
    await log.close();
  }
}
