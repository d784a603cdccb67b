import { copyFileSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { copyLog, RecordingTime } from '#event-log/copying';
import { backUpSubjectKeys } from '#identity/sqlite';
import { backUpSqliteEventLog } from '#event-log/sqlite';
import {
  complain,
  isEventStoreDb,
  openCopy,
  openLogToCopy,
  readSettings,
  reasonOf,
  say,
  sqlitePath,
  areSubjectKeysInServer,
  subjectKeysFile,
  terminalCommand,
} from '#composition';
import type { Settings } from '#composition';
import { backUpSqliteDocuments } from '#read-models/sqlite';
import { LEDGER } from './ledger/ledger-folder';
import { OWNER_ONLY_FOLDER } from '#owner-files';
import { DELIVERIES, deliveriesFile } from './webhooks/open-deliveries';

const FAILED = 1;

interface BackUpRequest {
  readonly withKeys?: boolean;
}

/**
 * Copies what cannot be rebuilt to a folder that a service can be started on. Whoever has the keys
 * can make himself any token: they go into a back-up only where that is asked for.
 */
async function backUp(folder: string, { withKeys = false }: BackUpRequest): Promise<void> {
  const settings = readSettings(process.env, []);
  const to = join(resolve(folder), 'log.db');
  const delivered = await deliveredUntilNow(settings, resolve(folder));
  const signed = signedUntilNow(settings, resolve(folder));
  const events = isEventStoreDb(settings)
    ? await fromEventStore(settings, to)
    : `${await backUpSqliteEventLog({ path: sqlitePath(settings), to })} events`;
  delivered.keep();
  signed.keep();
  const hasKeys = withKeys && existsSync(settings.keysDir);
  if (hasKeys) await keysInto(join(resolve(folder), 'keys'), settings);
  const beside = hasKeys ? keysTaken(settings) : ', without keys (--with-keys takes them along)';
  say(`Backed up: ${events}${beside}, in ${folder}`);
}

/**
 * What was delivered to webhooks, copied before the log: what is delivered meanwhile comes again, and nothing counts as
 * delivered that the copy of the log does not hold. It is kept only with a log.
 */
async function deliveredUntilNow(
  settings: Settings,
  folder: string,
): Promise<{ readonly keep: () => void }> {
  const path = deliveriesFile(settings);
  if (path === undefined || !existsSync(path)) return { keep: () => undefined };
  const to = join(folder, DELIVERIES);
  const draft = `${to}.part`;
  mkdirSync(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
  process.once('exit', () => {
    rmSync(draft, { force: true });
  });
  await backUpSqliteDocuments({ path, to: draft });
  return {
    keep: () => {
      renameSync(draft, to);
    },
  };
}

/**
 * What was signed, copied before the log: the copy of the log holds all of it. Checkpoints come before the leaves, which
 * only grow. Where events are is told by the store that they are in: a copy in another kind of store finds them anew.
 */
function signedUntilNow(settings: Settings, folder: string): { readonly keep: () => void } {
  const from = join(settings.dataDir, LEDGER);
  const names = isEventStoreDb(settings) ? ['checkpoints'] : ['checkpoints', 'leaves', 'positions'];
  const copied = names.filter((name) => existsSync(join(from, name)));
  const to = join(folder, LEDGER);
  const draft = `${to}.part`;
  mkdirSync(draft, { recursive: true, mode: OWNER_ONLY_FOLDER });
  process.once('exit', () => {
    rmSync(draft, { recursive: true, force: true });
  });
  for (const name of copied) copyFileSync(join(from, name), join(draft, name));
  return {
    keep: () => {
      if (copied.length === 0) return;
      rmSync(to, { recursive: true, force: true });
      renameSync(draft, to);
    },
  };
}

function keysTaken(settings: Settings): string {
  return areSubjectKeysInServer(settings)
    ? ', and the keys, without those of persons and cases: back up SUBJECT_KEYS_URL as its server does'
    : ', and the keys';
}

/** After the log: whatever it holds that is sealed, its key was there before. */
async function keysInto(folder: string, settings: Settings): Promise<void> {
  const { keysDir } = settings;
  const subjects = subjectKeysFile(settings);
  // Copied byte by byte while somebody writes it, a database could be half of before and half of after.
  const filter = (path: string): boolean => !path.startsWith(subjects);
  cpSync(keysDir, folder, { recursive: true, filter });
  if (existsSync(subjects)) await backUpSubjectKeys(subjects, join(folder, basename(subjects)));
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

terminalCommand('backup')
  .description('Copies the event log, while the service runs')
  .argument('<folder>', 'the target; it can be the data folder of another service')
  .option(
    '--with-keys',
    'copy the keys of tokens, cursors, webhooks, persons and cases too, which are secret',
  )
  .action(backUp)
  .parseAsync()
  .catch((error: unknown) => {
    complain(`Not backed up: ${reasonOf(error)}`);
    process.exitCode = FAILED;
  });
