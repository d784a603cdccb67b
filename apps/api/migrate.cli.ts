import { existsSync } from 'node:fs';
import { Presets, SingleBar } from 'cli-progress';
import type { EventLog } from '#event-log';
import { compareLogs, copyLog, LogsDiffer, RecordingTime } from '#event-log/copying';
import {
  complain,
  currentStreamNames,
  isEventStoreDb,
  openCopy,
  openLogToCopy,
  readSettings,
  reasonOf,
  say,
  SettingsInvalid,
  sqlitePath,
  terminalCommand,
} from '#composition';
import type { EventLogSettings } from '#composition';

interface Flags {
  readonly from: string;
  readonly to: string;
}

/** The copy holds the same events, each compared. */
const MOVED = 0;
/** The migration failed or its result is unknown; running it again resumes it. */
const NOT_MOVED = 1;

async function migrate({ from, to }: Flags): Promise<number> {
  const source = openSource(settingsFor(from));
  const bar = new SingleBar({ noTTYOutput: false, stream: process.stderr }, Presets.shades_classic);
  const time = new RecordingTime();
  let target: EventLog | undefined;
  try {
    target = openCopy(settingsFor(to), time);
    bar.start(await source.count(), 0);
    const onProgress = (events: number): void => bar.update(events);
    const nameOf = currentStreamNames(source);
    const { found, copied, renamed } = await copyLog({
      from: source,
      to: target,
      time,
      nameOf,
      onProgress,
    });
    bar.update(0);
    const events = await compareLogs(source, target, { nameOf, onProgress });
    bar.stop();
    say(`${copied} events copied, ${found} were there already.`);
    if (renamed > 0) say(`${renamed} of them in streams of another name.`);
    say(`Compared event by event: both logs hold the same ${events}.`);
    return MOVED;
  } finally {
    bar.stop();
    await target?.close();
    await source.close();
  }
}

/** The user of the event store comes from the environment, as for the service. */
function settingsFor(eventLogUrl: string): EventLogSettings {
  const { eventLogUrl: url, eventLogUser } = readSettings(
    { ...process.env, EVENT_LOG_URL: eventLogUrl },
    [],
  );
  return { eventLogUrl: url, ...(eventLogUser !== undefined && { eventLogUser }) };
}

/** @throws SettingsInvalid for a file that is not there: it must not be made, and found empty */
function openSource(settings: EventLogSettings): EventLog {
  if (!isEventStoreDb(settings) && !existsSync(sqlitePath(settings))) {
    throw new SettingsInvalid('--from', `there is no log at ${settings.eventLogUrl}`);
  }
  return openLogToCopy(settings);
}

terminalCommand('migrate')
  .description(
    'Copies the event log to another store or file, under the stream names of this version, and compares the two event by event',
  )
  .requiredOption(
    '--from <url>',
    'the current log: sqlite:PATH or esdb://HOST; no service may run on it',
  )
  .requiredOption('--to <url>', 'the store to copy it to: empty, or the beginning of the same copy')
  .action(async (flags: Flags) => {
    process.exitCode = await migrate(flags);
  })
  .parseAsync()
  .catch((error: unknown) => {
    const reason = reasonOf(error);
    complain(error instanceof LogsDiffer ? reason : `The migration failed: ${reason}`);
    process.exitCode = NOT_MOVED;
  });
