import { openSqliteDocumentStore } from '#read-models/sqlite';
import { removeDatabase } from '../synthetic/remove-database';
import type { Round } from './part';
import { servePart } from './serve-part';
import { timedRebuild } from './timed-rebuild';

export interface RebuildRequest {
  readonly log: string;
  /** Where the read models are made; anything there is dropped. */
  readonly views: string;
}

servePart(() => Promise.resolve({ ready: undefined, ask: rebuild }));

async function rebuild({ log, views }: RebuildRequest): Promise<Round> {
  removeDatabase(views);
  return timedRebuild(log, openSqliteDocumentStore({ path: views }));
}
