import { openSqliteEventLog } from '#event-log/sqlite';

export async function makeEmptyLog(path: string): Promise<void> {
  await openSqliteEventLog({ path, clock: () => new Date() }).close();
}
