import { PROJECTIONS } from '#projections';
import { openSqliteDocumentStore } from '#read-models/sqlite';
import { removeDatabase } from '../synthetic/remove-database';
import type { Round } from './part';
import { servePart } from './serve-part';
import { timedRebuild } from './timed-rebuild';

export interface RebuildRequest {
  readonly log: string;
  /** Where the read models are made; anything there is dropped. */
  readonly views: string;
  /** One projection; otherwise all. */
  readonly only?: string;
}

servePart(() => Promise.resolve({ ready: undefined, ask: rebuild }));

async function rebuild({ log, views, only }: RebuildRequest): Promise<Round> {
  removeDatabase(views);
  const projections = PROJECTIONS.filter(({ name }) => only === undefined || name === only);
  return timedRebuild(log, openSqliteDocumentStore({ path: views }), projections);
}
