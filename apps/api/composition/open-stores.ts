import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Upcasters, upcasting } from '#event-log';
import type { EventLog } from '#event-log';
import { openSqliteEventLog } from '#event-log/sqlite';
import type { DocumentStore } from '#read-models';
import { openSqliteDocumentStore } from '#read-models/sqlite';
import { SettingsInvalid } from '../settings';

/** None yet: every event is in its first shape, and one of a later program is refused, not misread. */
const UPCASTERS = new Upcasters([]);

const SQLITE = /^sqlite:(?:\/\/)?(.+)$/;

/** @throws SettingsInvalid for a kind of store that this program does not know */
export function openEventLog(url: string, clock: () => Date): EventLog {
  return upcasting(openSqliteEventLog({ path: filePath('EVENT_LOG_URL', url), clock }), UPCASTERS);
}

/** @throws SettingsInvalid for a kind of store that this program does not know */
export function openReadModels(url: string): DocumentStore {
  const path = filePath('READ_MODELS_URL', url);
  mkdirSync(dirname(path), { recursive: true });
  return openSqliteDocumentStore({ path });
}

function filePath(setting: string, url: string): string {
  const path = SQLITE.exec(url)?.[1];
  if (path !== undefined) return path;
  const [scheme = ''] = url.split(':');
  throw new SettingsInvalid(
    setting,
    `stores of the kind ${scheme}: are not known; use sqlite:PATH`,
  );
}
