import { join } from 'node:path';
import { isKnownType, STREAM_CATEGORIES } from '#domain';
import { inOwnStreams, isOurs, UnknownEventType, upcasting } from '#event-log';
import type { EventLog, RecordedEvent, StreamId } from '#event-log';
import type { RecordingTime } from '#event-log/copying';
import { ConnectionStringInvalid, openEventStoreDbEventLog } from '#event-log/eventstoredb';
import { keepToOwner, makeFolderOf, openSqliteEventLog } from '#event-log/sqlite';
import type { DocumentStore } from '#read-models';
import { openMongoDocumentStore } from '#read-models/mongodb';
import type { MongoAddress } from '#read-models/mongodb';
import { openSqliteDocumentStore } from '#read-models/sqlite';
import { SettingsInvalid } from './settings';
import type { Settings } from './settings';
import { streamOfEvent, UPCASTERS } from './versions';

const SQLITE = /^sqlite:(?:\/\/)?(.+)$/;
export const MONGODB = /^mongodb(?:\+srv)?:/;

const EVENTSTOREDB = /^esdb(?:\+discover)?:/;

export type EventLogSettings = Pick<Settings, 'eventLogUrl'> &
  Partial<Pick<Settings, 'eventLogUser'>> & {
    /** In an event store that several share: comes before the names of all our streams. */
    readonly eventLogNamespace?: string;
  };

/**
 * The log in the current version of every event, each in the stream that it belongs to.
 *
 * @param clock gives the time of recording; by default the store's own, or this machine's where the store has none
 *
 * @throws SettingsInvalid for a kind of store that this program does not know
 */
export function openEventLog(settings: EventLogSettings, clock?: () => Date): EventLog {
  return current(openStoredLog(settings, clock));
}

/** One log twice: as whoever decides reads it, and as it is stored, for who judges each event by itself. */
export interface OpenedLog {
  readonly log: EventLog;
  readonly stored: EventLog;
}

/** @throws SettingsInvalid for a kind of store that this program does not know */
export function openEventLogTwice(settings: EventLogSettings, clock?: () => Date): OpenedLog {
  const stored = openStoredLog(settings, clock);
  return { log: current(stored), stored };
}

export function isEventStoreDb({ eventLogUrl }: EventLogSettings): boolean {
  return EVENTSTOREDB.test(eventLogUrl);
}

/** @throws SettingsInvalid for a kind of store that this program does not know */
export function sqlitePath({ eventLogUrl: url }: EventLogSettings): string {
  const path = filePath(url);
  if (path === undefined) throw unknownStore('EVENT_LOG_URL', url, 'sqlite:PATH or esdb://HOST');
  return path;
}

/** The log for looking something up in it, also while a service writes it. */
export function openLogToRead(settings: EventLogSettings): EventLog {
  return current(openStoredLogToRead(settings));
}

/** As above, whatever versions its events are in. */
export function openStoredLogToRead(settings: EventLogSettings): EventLog {
  return isEventStoreDb(settings)
    ? openEventStoreDb(settings)
    : openSqliteEventLog({ path: sqlitePath(settings), clock: () => new Date(), readOnly: true });
}

function current(stored: EventLog): EventLog {
  return inOwnStreams(upcasting(stored, UPCASTERS), ownStreamOf);
}

/** @throws UnknownEventType where a newer program recorded what nobody here can judge */
function ownStreamOf(event: RecordedEvent): StreamId | undefined {
  if (isOurs(event) && !isKnownType(event.type)) throw new UnknownEventType(event);
  return streamOfEvent(event);
}

/** The log as it is stored: for copying it, whatever versions its events are in. */
export function openLogToCopy(settings: EventLogSettings): EventLog {
  return openStoredLog(settings);
}

/** The target of a copy: the clock gives all its recording times. */
export function openCopy(settings: EventLogSettings, { clock }: RecordingTime): EventLog {
  return openStoredLog(settings, clock);
}

function openStoredLog(settings: EventLogSettings, clock?: () => Date): EventLog {
  return isEventStoreDb(settings)
    ? openEventStoreDb(settings, clock)
    : openSqliteEventLog({ path: sqlitePath(settings), clock: clock ?? (() => new Date()) });
}

function openEventStoreDb(
  { eventLogUrl: url, eventLogUser, eventLogNamespace }: EventLogSettings,
  clock?: () => Date,
): EventLog {
  try {
    return openEventStoreDbEventLog({
      url,
      categories: STREAM_CATEGORIES,
      ...(eventLogUser !== undefined && { credentials: eventLogUser }),
      ...(eventLogNamespace !== undefined && { namespace: eventLogNamespace }),
      ...(clock !== undefined && { clock }),
    });
  } catch (error) {
    if (!(error instanceof ConnectionStringInvalid)) throw error;
    throw new SettingsInvalid('EVENT_LOG_URL', error.message, { cause: error });
  }
}

/** The address of the read-model store, with the credentials unless the URL contains them. */
export interface ReadModelsAddress {
  readonly readModelsUrl: string;
  readonly readModelsUser?: string;
  readonly readModelsPassword?: string;
}

/** @throws SettingsInvalid for a kind of store that this program does not know */
export function openReadModels(address: ReadModelsAddress): DocumentStore {
  const { readModelsUrl: url } = address;
  if (MONGODB.test(url)) return openMongoReadModels(address);
  const path = filePath(url);
  if (path === undefined) {
    throw unknownStore('READ_MODELS_URL', url, 'sqlite:PATH or mongodb://HOST/DATABASE');
  }
  makeFolderOf(path);
  keepToOwner(path);
  return openSqliteDocumentStore({ path });
}

/** Where something is kept in the data folder, beside read models in a file; nothing where those are in a server. */
export function besideReadModels(
  {
    dataDir,
    readModelsUrl,
  }: Pick<ReadModelsAddress, 'readModelsUrl'> & { readonly dataDir: string },
  name: string,
): string | undefined {
  return filePath(readModelsUrl) === undefined ? undefined : join(dataDir, name);
}

/** The path of a SQLite store; `undefined` for a store of another kind. */
export function filePath(url: string): string | undefined {
  return SQLITE.exec(url)?.[1];
}

function openMongoReadModels(address: ReadModelsAddress): DocumentStore {
  const { readModelsUrl, readModelsUser, readModelsPassword } = address;
  return inMongoDb('READ_MODELS_URL', openMongoDocumentStore, {
    url: readModelsUrl,
    user: readModelsUser,
    password: readModelsPassword,
  });
}

/** @throws SettingsInvalid for an address that cannot be understood */
export function inMongoDb<Store>(
  setting: string,
  open: (address: MongoAddress) => Store,
  { url, user, password }: Record<'user' | 'password', string | undefined> & { url: string },
): Store {
  try {
    return open({
      url,
      ...(user === undefined ? {} : { user }),
      ...(password === undefined ? {} : { password }),
    });
  } catch {
    // The driver's message may quote the address, and with it a password.
    throw new SettingsInvalid(setting, 'is not an address that MongoDB understands');
  }
}

export function unknownStore(setting: string, url: string, known: string): SettingsInvalid {
  const [scheme = ''] = url.split(':');
  return new SettingsInvalid(setting, `stores of the kind ${scheme}: are not known; use ${known}`);
}
