import { openMongoDocumentStore } from '#read-models/mongodb';
import type { Round } from './part';
import { servePart } from './serve-part';
import { timedRebuild } from './timed-rebuild';

export interface MongodbRebuildRequest {
  readonly log: string;
  /** The database where the read models are made; anything there is dropped. */
  readonly url: string;
}

servePart(() => Promise.resolve({ ready: undefined, ask: rebuild }));

async function rebuild({ log, url }: MongodbRebuildRequest): Promise<Round> {
  const store = openMongoDocumentStore({ url });
  await store.dropEverything();
  return timedRebuild(log, store);
}
