import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { STREAM_CATEGORIES } from '#domain';
import { Upcasters, upcasting } from '#event-log';
import type { EventLog } from '#event-log';
import { ConnectionStringInvalid, openEventStoreDbEventLog } from '#event-log/eventstoredb';
import { openSqliteEventLog } from '#event-log/sqlite';
import type { DocumentStore } from '#read-models';
import { openMongoDocumentStore } from '#read-models/mongodb';
import { openSqliteDocumentStore } from '#read-models/sqlite';
import { SettingsInvalid } from './settings';
import type { Settings } from './settings';

/** None yet: every event is in its first shape, and one of a later program is refused, not misread. */
const UPCASTERS = new Upcasters([]);

const SQLITE = /^sqlite:(?:\/\/)?(.+)$/;
const MONGODB = /^mongodb(?:\+srv)?:/;

const EVENTSTOREDB = /^esdb(?:\+discover)?:/;

export type EventLogSettings = Pick<Settings, 'eventLogUrl'> &
  Partial<Pick<Settings, 'eventLogUser'>>;

/**
 * The log in the current version of every event. The clock gives the time of recording where the store has none.
 *
 * @throws SettingsInvalid for a kind of store that this program does not know
 */
export function openEventLog(settings: EventLogSettings, clock: () => Date): EventLog {
  return upcasting(openStoredLog(settings, clock), UPCASTERS);
}

function openStoredLog(settings: EventLogSettings, clock: () => Date): EventLog {
  const { eventLogUrl: url } = settings;
  if (EVENTSTOREDB.test(url)) return openEventStoreDb(settings);
  const path = filePath(url);
  if (path === undefined) throw unknownStore('EVENT_LOG_URL', url, 'sqlite:PATH or esdb://HOST');
  return openSqliteEventLog({ path, clock });
}

function openEventStoreDb({ eventLogUrl: url, eventLogUser }: EventLogSettings): EventLog {
  try {
    return openEventStoreDbEventLog({
      url,
      categories: STREAM_CATEGORIES,
      ...(eventLogUser !== undefined && { credentials: eventLogUser }),
    });
  } catch (error) {
    if (!(error instanceof ConnectionStringInvalid)) throw error;
    throw new SettingsInvalid('EVENT_LOG_URL', error.message, { cause: error });
  }
}

/** Where the read models are, and as whom to go there if the address does not say so itself. */
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
  mkdirSync(dirname(path), { recursive: true });
  return openSqliteDocumentStore({ path });
}

/** The path of a SQLite store; `undefined` for a store of another kind. */
export function filePath(url: string): string | undefined {
  return SQLITE.exec(url)?.[1];
}

function openMongoReadModels(address: ReadModelsAddress): DocumentStore {
  const { readModelsUrl: url, readModelsUser: user, readModelsPassword: password } = address;
  try {
    return openMongoDocumentStore({
      url,
      ...(user === undefined ? {} : { user }),
      ...(password === undefined ? {} : { password }),
    });
  } catch {
    // What the driver says may quote the address, and with it a password.
    throw new SettingsInvalid('READ_MODELS_URL', 'is not an address that MongoDB understands');
  }
}

function unknownStore(setting: string, url: string, known: string): SettingsInvalid {
  const [scheme = ''] = url.split(':');
  return new SettingsInvalid(setting, `stores of the kind ${scheme}: are not known; use ${known}`);
}
