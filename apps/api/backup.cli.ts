import { cpSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { copyLog, RecordingTime } from '#event-log/copying';
import { backUpSqliteEventLog } from '#event-log/sqlite';
import { isEventStoreDb, openCopy, openLogToCopy, readSettings, sqlitePath } from '#composition';
import type { Settings } from '#composition';

const FAILED = 1;

/** Copies what cannot be rebuilt, the log and the keys, to a folder that a service can be started on. */
async function backUp(folder: string): Promise<void> {
  const settings = readSettings(process.env, []);
  const to = join(resolve(folder), 'log.db');
  const events = isEventStoreDb(settings)
    ? await fromEventStore(settings, to)
    : `${await backUpSqliteEventLog({ path: sqlitePath(settings), to })} events`;
  const keys = join(resolve(folder), 'keys');
  const hasKeys = existsSync(settings.keysDir);
  if (hasKeys) cpSync(settings.keysDir, keys, { recursive: true });
  console.log(`Backed up: ${events}${hasKeys ? ', and the keys' : ''}, in ${folder}`);
}

/** Into a file that is continued: a second back-up into the same folder copies only new events. */
async function fromEventStore(settings: Settings, path: string): Promise<string> {
  const from = openLogToCopy(settings);
  const time = new RecordingTime();
  const to = openCopy({ eventLogUrl: `sqlite:${path}` }, time);
  try {
    const { found, copied } = await copyLog({ from, to, time });
    return `${found + copied} events, ${copied} of them new`;
  } finally {
    await to.close();
    await from.close();
  }
}

new Command('backup')
  .description('Copies the event log and the keys, while the service runs')
  .argument('<folder>', 'the target; it can be the data folder of another service')
  .action(backUp)
  .parseAsync()
  .catch((error: unknown) => {
    console.error(`Not backed up: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = FAILED;
  });
