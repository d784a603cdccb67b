import { copyFileSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { copyLog, RecordingTime } from '#event-log/copying';
import { copyTree } from '#ledger';
import { FileLedgerTrees, TreesOnDisk } from '#ledger/files';
import { backUpDatabase } from '#owner-files/sqlite';
import { backUpSqliteEventLog } from '#event-log/sqlite';
import {
  ACCESS_RECORDS,
  accessRecordsFolder,
  complain,
  isEventStoreDb,
  LEDGER,
  ledgerFolder,
  openCopy,
  openLedgerTreesToRead,
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
import { OWNER_ONLY_FOLDER } from '#owner-files';
import { DELIVERIES, deliveriesFile } from './webhooks/open-deliveries';

const FAILED = 1;
/** Of a tree; others are made again from them. */
const SIGNED_FILES = ['checkpoints', 'leaves', 'positions'];

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
  const signed = await signedUntilNow(settings, resolve(folder));
  const looked = await whoLookedUntilNow(settings, resolve(folder));
  const events = isEventStoreDb(settings)
    ? await fromEventStore(settings, to)
    : `${await backUpSqliteEventLog({ path: sqlitePath(settings), to })} events`;
  delivered.keep();
  signed.keep();
  looked.keep();
  const hasKeys = withKeys && existsSync(settings.keysDir);
  if (hasKeys) await keysInto(join(resolve(folder), 'keys'), settings);
  const beside = hasKeys ? keysTaken(settings) : ', without keys (--with-keys takes them along)';
  say(`Backed up: ${events}${beside}, in ${folder}`);
}

/**
 * What was delivered to webhooks, copied before the log: what is delivered meanwhile comes again, and nothing counts as
 * delivered that the copy of the log does not hold. It is kept only with a log.
 */
async function deliveredUntilNow(settings: Settings, folder: string): Promise<Drafted> {
  const path = deliveriesFile(settings);
  if (path === undefined || !existsSync(path)) return NOTHING;
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
 * What was signed, copied before the log: the copy of the log holds all of it. Where events are is told by the store that they are in: a copy in another kind of store finds them anew.
 */
async function signedUntilNow(settings: Settings, folder: string): Promise<Drafted> {
  const from = ledgerFolder(settings);
  if (from === undefined) return signedInServer(settings, folder);
  const names = isEventStoreDb(settings) ? ['checkpoints'] : SIGNED_FILES;
  const { draft, keep } = draftOf(join(folder, LEDGER));
  const trees = new TreesOnDisk(from);
  for (let tree = trees.last; tree > 1; tree -= 1) {
    copySigned(trees.folderOf(tree), new TreesOnDisk(draft).folderOf(tree), [...names, 'accepted']);
  }
  return copySigned(from, draft, names) ? { keep } : NOTHING;
}

/** Into the folder of a single process, as the log is. */
async function signedInServer(settings: Settings, folder: string): Promise<Drafted> {
  const from = openLedgerTreesToRead(settings);
  const { draft, keep } = draftOf(join(folder, LEDGER));
  const to = new FileLedgerTrees(draft);
  try {
    const last = await from.last();
    for (let tree = 1; tree <= last; tree += 1) {
      await copyTree(from.read(tree), to.storeOf(tree));
      const accepted = await from.accepted(tree);
      if (accepted !== undefined) await to.follow(tree, accepted);
    }
  } finally {
    await to.close();
    await from.close();
  }
  return { keep };
}

/** What was signed of it comes first: the copy of the records holds all of that. */
async function whoLookedUntilNow(settings: Settings, folder: string): Promise<Drafted> {
  const from = accessRecordsFolder(settings);
  const { folder: name, file, tree } = ACCESS_RECORDS;
  if (from === undefined || !existsSync(join(from, file))) return NOTHING;
  const { draft, keep } = draftOf(join(folder, name));
  copySigned(join(from, tree), join(draft, tree), SIGNED_FILES);
  await backUpDatabase(join(from, file), join(draft, file));
  return { keep };
}

/** A copy that is kept only with a log. */
interface Drafted {
  readonly keep: () => void;
}

const NOTHING: Drafted = { keep: () => undefined };

/** A folder that takes the place of another once it is whole. */
function draftOf(to: string): Drafted & { readonly draft: string } {
  const draft = `${to}.part`;
  process.once('exit', () => {
    rmSync(draft, { recursive: true, force: true });
  });
  return {
    draft,
    keep: () => {
      rmSync(to, { recursive: true, force: true });
      renameSync(draft, to);
    },
  };
}

/** Checkpoints come before the leaves, which only grow. @returns whether there are any */
function copySigned(from: string, to: string, names: readonly string[]): boolean {
  const copied = names.filter((name) => existsSync(join(from, name)));
  mkdirSync(to, { recursive: true, mode: OWNER_ONLY_FOLDER });
  for (const name of copied) copyFileSync(join(from, name), join(to, name));
  return copied.length > 0;
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
  if (existsSync(subjects)) await backUpDatabase(subjects, join(folder, basename(subjects)));
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
