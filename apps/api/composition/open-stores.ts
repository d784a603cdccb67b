import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Upcasters, upcasting } from '#event-log';
import type { EventLog } from '#event-log';
import { openSqliteEventLog } from '#event-log/sqlite';
import type { DocumentStore } from '#read-models';
import { openMongoDocumentStore } from '#read-models/mongodb';
import { openSqliteDocumentStore } from '#read-models/sqlite';
import { SettingsInvalid } from '../settings';

/** None yet: every event is in its first shape, and one of a later program is refused, not misread. */
const UPCASTERS = new Upcasters([]);

const SQLITE = /^sqlite:(?:\/\/)?(.+)$/;
const MONGODB = /^mongodb(?:\+srv)?:/;

/** Where the read models are, and as whom to go there if the address does not say so itself. */
export interface ReadModelsAddress {
  readonly readModelsUrl: string;
  readonly readModelsUser?: string;
  readonly readModelsPassword?: string;
}

/** @throws SettingsInvalid for a kind of store that this program does not know */
export function openEventLog(url: string, clock: () => Date): EventLog {
  const path = filePath(url);
  if (path === undefined) throw unknownStore('EVENT_LOG_URL', url, 'sqlite:PATH');
  return upcasting(openSqliteEventLog({ path, clock }), UPCASTERS);
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
