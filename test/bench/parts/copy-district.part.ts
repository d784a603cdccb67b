import type { RecordedEvent } from '#event-log';
import { openSqliteEventLog } from '#event-log/sqlite';
import { copyDistrict } from '../synthetic/copy-district';
import { removeDatabase } from '../synthetic/remove-database';
import type { Round } from './part';
import { servePart } from './serve-part';

export interface CopyDistrictRequest {
  /** A log with one district. */
  readonly from: string;
  /** Where a log with many is made. */
  readonly to: string;
  /** At least so many events. */
  readonly events: number;
}

/** Makes a large log of a small one. */
servePart(() => Promise.resolve({ ready: undefined, ask: copy }));

async function copy({ from, to, events }: CopyDistrictRequest): Promise<Round> {
  removeDatabase(to);
  const clock = () => new Date();
  const template = openSqliteEventLog({ path: from, clock, readOnly: true });
  const log = openSqliteEventLog({ path: to, clock });
  try {
    const start = performance.now();
    const recorded: RecordedEvent[] = [];
    for await (const event of template.readAll()) recorded.push(event);
    for (let copied = 0; (await log.count()) < events; copied += 1) {
      await copyDistrict(recorded, copied, log);
    }
    return { units: await log.count(), seconds: (performance.now() - start) / 1000 };
  } finally {
    await template.close();
    await log.close();
  }
}
